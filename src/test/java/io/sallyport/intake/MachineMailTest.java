package io.sallyport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Standing;
import io.sallyport.intake.Receipt.Joined;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mail that nobody wrote. */
@Tag("database")
class MachineMailTest {

    private static final String OURS = "<reply-1@desk.example>";

    private static final Map<String, String> OF_A_LIST =
            Map.of("list-unsubscribe", "<mailto:leave@news.example>", "feedback-id", "1:SES", "precedence", "bulk");

    private final IntakeKit kit = new IntakeKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void anAutoReplyIsKeptButVoidsNoWork() {
        Incoming first = kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = kit.opened(first);
        kit.store.append(kit.store.load(id), List.of(new Entry(Actor.person("Ines"), new Fact.CaseResolved("done"))));

        kit.watcher.receive(kit.mail(
                IntakeKit.JO,
                "Automatic reply: Hub offline",
                "I am out of the office.",
                Map.of("in-reply-to", IntakeKit.messageId(first), "auto-submitted", "auto-replied")));

        assertThat(kit.store.load(id).standing()).isInstanceOf(Standing.Resolved.class);
        assertThat(kit.store.load(id).messages().getLast().author()).isEqualTo(Message.Author.MACHINE);
        assertThat(kit.store.load(id).unanswered()).extracting(Message::written).containsExactly("My hub is offline.");
    }

    private void answer(CaseId id, String text) {
        var ours = new Message(OURS, Message.Author.DESK, "", kit.clock.instant(), "Re", text, "", List.of(), Map.of());
        kit.store.append(kit.store.load(id), List.of(new Entry(Actor.DESK, new Fact.MessageReceived(ours))));
    }

    private static Map<String, String> ofAList(String inReplyTo) {
        var headers = new HashMap<>(OF_A_LIST);
        headers.put("in-reply-to", inReplyTo);
        return headers;
    }

    private Message.Author authorOfLast(CaseId id) {
        return kit.store.load(id).messages().getLast().author();
    }

    @Test
    void anAnswerToOurQuestionIsReadWhateverListItsMarksSpeakOf() {
        CaseId id = kit.opened(kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of()));
        answer(id, "Which hub is it?");

        Receipt receipt =
                kit.watcher.receive(kit.mail(IntakeKit.JO, "Re: Hub offline", "The one in the hall.", ofAList(OURS)));

        assertThat(receipt).isEqualTo(new Joined(id));
        assertThat(authorOfLast(id)).isEqualTo(Message.Author.CUSTOMER);
        assertThat(kit.store.load(id).unanswered())
                .extracting(Message::written)
                .containsExactly("The one in the hall.");
        assertThat(Screener.of(IntakeSettings.defaults())
                        .screen(kit.store.load(id))
                        .isJunk())
                .isFalse();
    }

    @Test
    void whatAPersonAddsToTheirOwnCaseIsReadBeforeWeHaveAnswered() {
        Incoming first = kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = kit.opened(first);

        kit.watcher.receive(kit.mail(IntakeKit.JO, "Hub offline", "It blinks.", ofAList(IntakeKit.messageId(first))));

        assertThat(authorOfLast(id)).isEqualTo(Message.Author.CUSTOMER);
    }

    @Test
    void aNewsletterThatGoesOnWithItselfStaysAMachines() {
        Incoming first = kit.mail(IntakeKit.JO, "News", "Ten lamps.", OF_A_LIST);
        CaseId id = kit.opened(first);

        kit.watcher.receive(kit.mail(IntakeKit.JO, "More news", "Twelve.", ofAList(IntakeKit.messageId(first))));

        assertThat(authorOfLast(id)).isEqualTo(Message.Author.MACHINE);
    }

    private Standing discarded(CaseId id) {
        var screening = Screener.of(IntakeSettings.defaults()).screen(kit.store.load(id));
        assertThat(screening.isJunk()).isTrue();
        Actor watcher = Actor.agent("intake-watcher");
        return kit.store
                .append(
                        kit.store.load(id),
                        List.of(
                                new Entry(watcher, new Fact.Screened(screening)),
                                new Entry(watcher, new Fact.Discarded("bulk"))))
                .standing();
    }

    @Test
    void whatNobodyAnsweredAndNobodyWroteIsJunkHoweverManyCameBeforeItWasRead() {
        Incoming first = kit.mail(IntakeKit.JO, "News", "Ten lamps.", OF_A_LIST);
        CaseId news = kit.opened(first);
        kit.watcher.receive(kit.mail(IntakeKit.JO, "More news", "Twelve.", ofAList(IntakeKit.messageId(first))));
        Incoming blank = kit.mail("ana@silverfen.example", "Re:", "", Map.of());
        CaseId empty = kit.opened(blank);
        kit.watcher.receive(
                kit.mail("ana@silverfen.example", "Re:", " ", Map.of("in-reply-to", IntakeKit.messageId(blank))));

        assertThat(kit.store.load(news).messages()).hasSize(2);
        assertThat(kit.store.load(empty).messages()).hasSize(2);
        assertThat(discarded(news)).isInstanceOf(Standing.Junk.class);
        assertThat(discarded(empty)).isInstanceOf(Standing.Junk.class);
    }

    @Test
    void anEmptyMailBuriesNoCaseThatWasAnswered() {
        CaseId id = kit.opened(kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of()));
        answer(id, "Restart it.");
        kit.watcher.receive(kit.mail(IntakeKit.JO, "Re:", "", Map.of("in-reply-to", OURS)));

        assertThat(discarded(id)).isInstanceOf(Standing.AwaitingCustomer.class);
    }

    @Test
    void aBounceOfOurReplyGoesToAPerson() {
        CaseId id = kit.opened(kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of()));
        answer(id, "Restart it.");

        Receipt receipt = kit.watcher.receive(kit.mail(
                "mailer-daemon@mx.example",
                "Undelivered Mail Returned to Sender",
                "no such user",
                Map.of("x-attached-message-id", OURS, "x-failed-recipients", IntakeKit.JO)));

        assertThat(receipt).isEqualTo(new Joined(id));
        assertThat(kit.store.load(id).standing())
                .isInstanceOfSatisfying(
                        Standing.WithPeople.class,
                        people -> assertThat(people.why()).isEqualTo("our reply came back undelivered"));
    }

    @Test
    void marksAMachineThatRepeatsItself() {
        for (int i = 0; i < 8; i++) {
            kit.watcher.receive(kit.mail(IntakeKit.JO, "Ping " + i, "The same words.", Map.of()));
        }
        List<Boolean> marked = kit.store.list(CaseStore.Query.newest(50)).stream()
                .map(summary -> kit.store
                        .load(summary.id())
                        .messages()
                        .getFirst()
                        .headers()
                        .containsKey(Marks.LOOP))
                .toList();

        assertThat(marked).hasSize(8);
        assertThat(marked.stream().filter(m -> m)).hasSize(3);
    }
}
