package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Findings;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Message.Author;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Ticket;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClarifyingTest {

    private static final double UNSURE = 0.2;

    @Test
    void asksForTheOrderWhenAParcelIsMissing() {
        var record = thread("My parcel never came");
        assertThat(Clarifying.questionFor(QuestionReader.read(record), record))
                .hasValueSatisfying(question -> assertThat(question).contains("order number"));
    }

    @Test
    void doesNotAskForAnOrderNumberThatStandsInTheMessage() {
        var record = thread("Parcel of order 73119 never came");
        assertThat(Clarifying.questionFor(QuestionReader.read(record), record))
                .hasValueSatisfying(question -> assertThat(question).doesNotContain("order number"));
    }

    @Test
    void asksOnlyOnceInACase() {
        var first = thread("the gadget is broken");
        String asked = Clarifying.questionFor(QuestionReader.read(first), first).orElseThrow();
        var second = thread("the gadget is broken", "Hello, we need one detail.\n\n" + asked, "it is just broken");
        assertThat(Clarifying.questionFor(QuestionReader.read(second), second)).isEmpty();
    }

    @Test
    void asksNothingWhereAModelHasAskedInItsOwnWords() {
        var second =
                asked(Reply.Kind.QUESTION, thread("it is dead", "Which app is it about?", "the small one is dead"));
        assertThat(Clarifying.questionFor(QuestionReader.read(second), second)).isEmpty();
    }

    @Test
    void asksOnceThoughAnAnswerWasSentOrAnOrderAskedForBefore() {
        for (var before : List.of(
                asked(Reply.Kind.ANSWER, thread("it is dead", "Charge it.", "the gadget is broken")),
                asked(
                        Reply.Kind.QUESTION,
                        thread("cancel it", new ActionWork.Asking("stop", "order", List.of()).question(), "broken")))) {
            assertThat(Clarifying.questionFor(QuestionReader.read(before), before))
                    .isPresent();
        }
    }

    @Test
    void callsAShortComplaintVagueAndALongOneNot() {
        var brief = thread("it does not work any more");
        assertThat(Vagueness.isVague(QuestionReader.read(brief), brief, UNSURE, true))
                .isTrue();
        var told = thread("The upstairs display shows yesterday's numbers since the router was replaced on Monday,"
                + " while the phone shows the right temperature and humidity for each room in the house");
        assertThat(Vagueness.isVague(QuestionReader.read(told), told, UNSURE, true))
                .isFalse();
    }

    @Test
    void amongStrangersAsksOnlyWhatPointsAtSomethingOrSaysNextToNothing() {
        var named = thread("my parcel never came to the office door");
        assertThat(Vagueness.isVague(QuestionReader.read(named), named, UNSURE, true))
                .isTrue();
        assertThat(Vagueness.isVague(QuestionReader.read(named), named, UNSURE, false))
                .isFalse();
        var pointing = thread("it keeps beeping in the back room");
        assertThat(Vagueness.isVague(QuestionReader.read(pointing), pointing, UNSURE, false))
                .isTrue();
    }

    @Test
    void asksNothingWhenItIsSureOfAnAnswer() {
        var brief = thread("it does not work any more");
        assertThat(Vagueness.isVague(QuestionReader.read(brief), brief, Composer.LEAST_CONFIDENCE, true))
                .isFalse();
    }

    @Test
    void takesAWishForAWishHoweverShort() {
        var wish = thread("please add darker colours");
        assertThat(Vagueness.isVague(QuestionReader.read(wish), wish, UNSURE, true))
                .isFalse();
    }

    /** The same thread, whose messages of ours were sent as replies of this kind. */
    static CaseRecord asked(Reply.Kind kind, CaseRecord thread) {
        List<Effect> effects = thread.messages().stream()
                .filter(message -> message.author() == Author.DESK)
                .map(message -> sent(message, kind))
                .toList();
        return new CaseRecord(
                thread.id(),
                thread.version(),
                thread.ticket(),
                thread.openedAt(),
                thread.messages(),
                thread.findings(),
                thread.answer(),
                thread.action(),
                thread.bridge(),
                thread.handOver(),
                thread.standing(),
                effects,
                thread.receipts(),
                thread.proof(),
                thread.failure());
    }

    private static Effect sent(Message message, Reply.Kind kind) {
        var reply = new Reply(
                kind,
                "rowan@mill.example",
                "",
                "en",
                List.of(Sentence.plain(message.written(), Sentence.Layout.PARAGRAPH)));
        var permit = new Effect.PermitSlip("", 1, List.of(), List.of(), Instant.EPOCH);
        return new Effect(message.id(), reply, permit, Instant.EPOCH, Optional.of(new Delivery.Accepted("remote")));
    }

    /** Customer and desk by turns, the customer first. */
    static CaseRecord thread(String... texts) {
        List<Message> messages = IntStream.range(0, texts.length)
                .mapToObj(i -> new Message(
                        "m" + i,
                        i % 2 == 0 ? Author.CUSTOMER : Author.DESK,
                        "",
                        Instant.EPOCH,
                        "",
                        Arrays.asList(texts).get(i),
                        "",
                        List.of(),
                        Map.of()))
                .toList();
        return CaseRecord.fresh(
                CaseId.random(),
                messages.size(),
                new Ticket("test", "1", Channel.EMAIL, "rowan@mill.example", "", "link"),
                Instant.EPOCH,
                messages,
                new Findings(Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
