package io.sallyport.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Trigger.Kind;
import io.sallyport.text.Lexicon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the courtesy below an automatic answer offers. */
class AfterAnswerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final AfterAnswer afterAnswer = new AfterAnswer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "That does not answer my question. How long is the warranty on batteries?",
                "This didn't help.",
                "Sorry, but that is not what I asked.",
                "You haven’t answered my question",
                "None of this helps",
                "it did not solve it",
                "That's no help at all.",
                "My question is still not answered.",
                "I still need an answer.",
                "We are still without answer.",
                "That is the wrong answer.",
                "You sent me your wrong article",
                "the wrong article again",
                "not helpful",
                "not solved",
            })
    void whoeverSaysThatItWasNoAnswerGetsAPerson(String words) {
        assertThat(kinds(Reply.Kind.ANSWER, words)).contains(Kind.REPEATED_ATTEMPTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I ask for a person.",
                "Please ask a person to take over.",
                "can a person take over",
                "Person.",
                "a human then",
                "Einen Menschen, bitte",
                "una persona",
                "Human, please",
                "Hello, person please!",
                "a person",
                "A human now",
                "Let a person look at it, please",
                "thanks, person",
                "Mitarbeiter bitte",
                "um atendente",
                "I would rather have a person",
            })
    void whoeverTakesTheOfferOfAPersonGetsOne(String words) {
        assertThat(kinds(Reply.Kind.ANSWER, words)).contains(Kind.PERSON_ASKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks, that helped a lot.",
                "Thanks, that answers my question.",
                "Thank you! One more: does the app work on an iPad?",
                "I have not tried it yet. If it does not help I will write again.",
                "Can one person use two logins?",
                "Can I ask for a second person to be added?",
                "I cannot find the page on the warranty.",
                "How long is the warranty on batteries?",
                "Then I can't help my mother with it.",
                "Thanks. Do I still need an adapter?",
                "I still need an hour for it.",
                "I typed the wrong answer to the security question, how often may I try?",
                "I answered the wrong question when I signed up, can I change that?",
                "Can I let a person see one camera only?",
                "Price per person?",
                "Per person?",
                "One person only?",
                "Which person?",
                "Thanks. How long is the warranty without an app?",
            })
    void whoeverGoesOnAskingIsAnswered(String words) {
        assertThat(kinds(Reply.Kind.ANSWER, words)).isEmpty();
    }

    @Test
    void ourOwnCourtesiesQuotedBackSayNothing() {
        Lexicon.rows("/answer/frames.txt")
                .forEach(row -> assertThat(kinds(Reply.Kind.ANSWER, row.getLast()))
                        .as(row.getLast())
                        .isEmpty());
    }

    @Test
    void onlyAnAnswerOfOursCanHaveBeenNone() {
        assertThat(kinds(Reply.Kind.QUESTION, "It did not help.")).isEmpty();
        assertThat(afterAnswer.in(folded(List.of(opening("The steps did not help.")))))
                .isEmpty();
    }

    private List<Kind> kinds(Reply.Kind kind, String then) {
        var reply = new Reply(
                kind, "kim@example.com", "", "en", List.of(Sentence.plain("Two years.", Sentence.Layout.PARAGRAPH)));
        var permit = new Effect.PermitSlip("", 2, List.of(), List.of(), NOW);
        var record = folded(List.of(
                opening("How long is the warranty?"),
                new Fact.ReplyComposed(reply, 0.9, "test"),
                new Fact.EffectIntended(new Effect("fx-1", reply, permit, NOW, Optional.empty())),
                new Fact.EffectSettled("fx-1", new Delivery.Accepted("remote")),
                new Fact.MessageReceived(message("c2", then))));
        return afterAnswer.in(record).stream().map(Trigger::kind).distinct().toList();
    }

    private static CaseRecord folded(List<Fact> facts) {
        var events = new ArrayList<CaseEvent>();
        CaseId id = CaseId.random();
        for (Fact fact : facts) {
            events.add(
                    new CaseEvent(id, events.size() + 1, NOW, Actor.DESK, fact, ChainHash.GENESIS, ChainHash.GENESIS));
        }
        return CaseRecord.fold(events);
    }

    private static Fact opening(String text) {
        return new Fact.TicketOpened(
                new Ticket("test", "t-1", Channel.WEB, "kim@example.com", "", "link"), message("c1", text));
    }

    private static Message message(String id, String text) {
        return new Message(
                id, Message.Author.CUSTOMER, "kim@example.com", NOW, "It did not help", text, "", List.of(), Map.of());
    }
}
