package io.sallyport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Message;
import io.sallyport.intake.Receipt.AlreadyKnown;
import io.sallyport.intake.Receipt.Joined;
import io.sallyport.intake.Receipt.Opened;
import io.sallyport.intake.Receipt.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of one message, however odd it is. */
@Tag("database")
class IntakeWatcherTest {

    private final IntakeKit kit = new IntakeKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void opensACaseWithAPageOfItsOwn() {
        Opened opened = (Opened)
                kit.watcher.receive(kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.\n-- \nJo", Map.of()));

        CaseRecord record = kit.store.load(opened.caseId());
        assertThat(record.ticket().customer()).isEqualTo(IntakeKit.JO);
        assertThat(record.messages().getFirst().written()).isEqualTo("My hub is offline.");
        assertThat(record.messages().getFirst().setAside()).contains("Jo");
        assertThat(kit.store.findByLink(opened.link())).contains(opened.caseId());
        assertThat(opened.link()).hasSizeGreaterThan(30);
    }

    @Test
    void theSameMessageTwiceChangesNothing() {
        Incoming first = kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = kit.opened(first);
        Incoming answer = kit.mail(
                IntakeKit.JO, "Re: Hub offline", "It blinks.", Map.of("in-reply-to", IntakeKit.messageId(first)));
        kit.watcher.receive(answer);
        int before = kit.store.events(id).size();

        assertThat(kit.watcher.receive(first)).isEqualTo(new AlreadyKnown(id));
        assertThat(kit.watcher.receive(answer)).isEqualTo(new AlreadyKnown(id));
        assertThat(kit.store.events(id)).hasSize(before);
    }

    @Test
    void saysWhetherAnIdThatIsKnownCameWithTheSameWords() {
        CaseId id = kit.opened(row("My hub is offline.\n-- \nJo"));

        assertThat(kit.watcher.receive(row("My hub is offline.\n-- \nJo"))).isEqualTo(new AlreadyKnown(id, true));
        assertThat(kit.watcher.receive(row("My lamp flickers."))).isEqualTo(new AlreadyKnown(id, false));
        assertThat(kit.store.events(id)).hasSize(1);
    }

    /** A later Sallyport may set aside more or less; the words are the same all the same. */
    @Test
    void wordsPartedOtherwiseAreTheSameWords() {
        CaseId id = kit.opened(row("My hub is offline.\n-- \nJo"));

        assertThat(kit.watcher.receive(row("My hub is offline.\n--\n\nJo\n"))).isEqualTo(new AlreadyKnown(id, true));
        assertThat(kit.watcher.receive(row("-- My hub is offline. Jo"))).isEqualTo(new AlreadyKnown(id, true));
    }

    private Incoming row(String text) {
        return Incoming.words("import:a.csv", "17", Channel.EMAIL, IntakeKit.JO, "Hub", text, kit.clock.instant());
    }

    @Test
    void theSameMailByAnotherDoorChangesNothing() {
        Incoming first = kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = kit.opened(first);

        assertThat(kit.watcher.receive(IntakeKit.by("import:old.mbox", first))).isEqualTo(new AlreadyKnown(id));
        assertThat(kit.store.events(id)).hasSize(1);
    }

    @Test
    void keepsATwinIdWithOtherWords() {
        Incoming first = kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = kit.opened(first);
        Incoming twin =
                kit.mail(IntakeKit.JO, "Hub offline", "Other words.", Map.of("message-id", IntakeKit.messageId(first)));

        assertThat(kit.watcher.receive(twin)).isEqualTo(new Joined(id));
        assertThat(kit.store.load(id).messages()).extracting(Message::id).doesNotHaveDuplicates();
    }

    @Test
    void dropsMarksThatAStrangerSends() {
        CaseId id = kit.opened(kit.mail(
                IntakeKit.JO, "x", "y", Map.of(Marks.LOOP, "yes", Marks.WARNING, "click here", "x-mailer", "m")));

        assertThat(kit.store.load(id).messages().getFirst().headers()).containsOnlyKeys("message-id", "x-mailer");
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThat(kit.watcher.receive(
                        Incoming.words("api", " ", Channel.API, IntakeKit.JO, "", "x", kit.clock.instant())))
                .isInstanceOf(Refused.class);
        assertThat(kit.watcher.receive(Incoming.words(
                        "api", "big", Channel.API, IntakeKit.JO, "", "x".repeat(2_000_001), kit.clock.instant())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void readsABoundedPartOfALongTextAndKeepsAllOfIt() {
        String text = "word ".repeat(30_000).strip();
        CaseId id = kit.opened(Incoming.words("api", "long", Channel.API, IntakeKit.JO, "", text, kit.clock.instant()));
        Message message = kit.store.load(id).messages().getFirst();

        assertThat(message.written()).hasSize(100_000);
        assertThat(message.written() + message.setAside()).isEqualTo(text);
        assertThat(message.headers().get(Marks.WARNING)).contains("149999 characters");
    }

    @Test
    void whatWasTypedIntoAFormIsReadWholeUnderWordsThatBeginAsAMailProgramDoes() {
        String told = "Hello,\nOn 12.03.2025 at 10:12 your colleague wrote:\nwe refund you.\nWhere is my refund?";
        for (Channel channel : List.of(Channel.WEB, Channel.CHAT, Channel.API)) {
            CaseId id = kit.opened(
                    Incoming.words("api", channel.name(), channel, IntakeKit.JO, "", told, kit.clock.instant()));

            assertThat(kit.store.load(id).messages().getFirst().written()).isEqualTo(told);
        }
        CaseId mailed = kit.opened(kit.mail(IntakeKit.JO, "", told, Map.of()));
        assertThat(kit.store.load(mailed).messages().getFirst().written()).isEqualTo("Hello,");
    }

    @Test
    void keepsWhateverCharactersCome() {
        CaseId id = kit.opened(Incoming.words(
                "api",
                "odd\u0000",
                Channel.API,
                IntakeKit.JO + "\u0000",
                "a\u0000\nb",
                "x\u0000\uD83D y",
                kit.clock.instant()));

        assertThat(kit.store.load(id).messages().getFirst().written()).isEqualTo("x\uFFFD y");
        assertThat(kit.store.load(id).ticket().subject()).isEqualTo("a b");
    }
}
