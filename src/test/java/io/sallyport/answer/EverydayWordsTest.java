package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Category;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Priority;
import io.sallyport.testkit.HandedOver;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write beside a wish, and what they ask in much the same words. */
class EverydayWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please let me know when it's done.",
                "Let me know when it's been cancelled, please.",
                "let me know when its all done please",
                "Tell me when you've done it.",
                "Let me know when that's sorted.",
                "Please let me know once you've taken care of it.",
                "Let me know when the order's been cancelled.",
                "Please tell me when the money is on its way.",
                "Let me know as soon as the cancellation has gone through.",
                "Let me know the moment it's been dealt with.",
                "Please let me know when you get to it.",
                "Let us know when you have news.",
                "Let me know if the cancellation was successful.",
                "Please confirm whether the cancellation went through.",
                "Let me know if any details are missing.",
                "Let me know if I forgot something.",
                "Tell me if I need to send photos.",
                "Please let me know if more information is needed.",
                "Let me know what you decide.",
                "Please let me know about the progress.",
                "Let me know how you get on.",
            })
    void whoeverWantsToHearThatItIsDoneAsksNothingMore(String words) {
        assertThat(besideAWish(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Good to know the order has not shipped yet.",
                "I was glad to hear about the discount.",
                "It was nice to hear the team is so quick.",
                "Great to know how fast you are.",
                "I would be happy to hear when it's done.",
                "I need to know the order has been cancelled.",
                "Thank you for taking the time to help me with my order.",
                "I hope you can help me with my cancellation.",
                "It would help me to have it today.",
                "That will help us with our budget.",
                "I don't know how to thank you.",
                "Hello there, how are you doing today.",
                "May I thank you for your patience.",
                "May I ask you to hurry, please.",
                "Can I just say how happy we were with you.",
                "Can we get this done by Friday please.",
                "Please do all that is needed.",
                "Please do any steps that this takes.",
                "There is no hurry, do it when you can.",
                "All is well with the other one.",
                "You know how it is with teenagers.",
            })
    void courtesyAndHasteAskNothing(String words) {
        assertThat(besideAWish(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We have a problem with our order HL-100200.",
                "I have a question about my order.",
                "I have a question about my order HL-100200.",
                "There is the invoice from May attached.",
                "There are the two sensors I no longer need.",
                "There are all the photos attached to this mail.",
                "The problem is how it looks on the wall.",
                "My mother, who is 82, ordered it by mistake.",
                "My husband, who would have used it, has moved out.",
                "I took the wrong one, which sadly does not fit.",
                "We have the bridge, which our team does not need.",
                "We have moved to a flat, where we need no sensor.",
                "The sensors came late and are all too big for us.",
                "The box came today and is there in the hall.",
                "It was late, is my fault though, sorry.",
                "We do not like it, so is my wife.",
                "Did a factory reset twice already.",
                "I followed the steps, did my best and gave up.",
                "It looks nice, does everything but what it should.",
                "What can I say, we were too quick.",
                "What is missing is the plug.",
                "Who would have thought that we move so soon.",
                "Let me explain why: we have moved.",
                "To explain the reason, we have moved.",
                "The courier could not tell me where it was.",
                "Your colleague let me know about the delay.",
                "The app does not show me the order.",
                "No need to tell me how late it is.",
                "I have no idea how I ended up with two of them.",
                "I don't know where we will live next year.",
                "I am not sure whether we still need it.",
                "I bought it because I wanted to know how warm the cellar is.",
                "I no longer need help with the setup.",
                "You have to understand how angry we are.",
                "I couldn't find where to do it in the app.",
                "I don't know how to do this online.",
            })
    void reasonsAndWhatHappenedAskNothing(String words) {
        assertThat(besideAWish(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi there, how do I pair the second sensor",
                "There is one more thing, how do I pair the second sensor",
                "What's the range of the second sensor",
                "Dont know how to pair the second sensor.",
                "I'd like to know what's in the box of the second sensor.",
                "It would be good to know whether the sensor may stand outside.",
                "I would be glad to hear which battery the sensor takes.",
                "It is important for us to know how far the sensor reaches.",
                "Please explain how the second sensor is paired.",
                "Can somebody explain to me why the light is red.",
                "I need help with the second sensor.",
                "I'm not sure whether I need a second hub.",
                "I have a question about the warranty of the sensor.",
                "My question is whether the sensor is waterproof.",
                "My question: is the sensor waterproof at all",
                "Do all sensors need a hub of their own",
                "Are all batteries of the same size",
                "Is there an adapter for the second sensor",
                "Which of your sensors do you recommend for doors",
                "Which sensor has the longest range of all",
                "Why won't the second sensor pair",
                "Why can't the second sensor be paired",
                "Let me know when you will have sensors in stock.",
                "Please tell me where we find the serial number.",
                "I do not know where I find the serial number.",
                "Did the price of the plan go up",
                "Who can I call about the second sensor",
            })
    void aQuestionInMuchTheSameWordsIsHeard(String question) {
        assertThat(besideAWish(question)).isPresent();
    }

    private static Optional<String> besideAWish(String words) {
        return AlsoAsked.of(
                        HandedOver.of(Category.BILLING, Priority.P3).saying("Please cancel order HL-100200. " + words))
                .map(record -> record.latestFromCustomer())
                .map(Message::written);
    }
}
