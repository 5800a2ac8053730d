package io.sallyport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Standing;
import io.sallyport.intake.Receipt.Joined;
import io.sallyport.intake.Receipt.Opened;
import io.sallyport.intake.Receipt.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which case a message belongs to. */
@Tag("database")
class CaseJoiningTest {

    private final IntakeKit kit = new IntakeKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void joinsByThreadHeadersNineDaysLater() {
        Incoming first = kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = kit.opened(first);
        kit.clock.tick(Duration.ofDays(9));

        assertThat(kit.watcher.receive(kit.mail(
                        IntakeKit.JO,
                        "Re: Hub offline",
                        "Still so.",
                        Map.of("in-reply-to", IntakeKit.messageId(first)))))
                .isEqualTo(new Joined(id));
        assertThat(kit.watcher.receive(kit.mail(
                        IntakeKit.JO,
                        "Re: Hub",
                        "And now?",
                        Map.of("references", "<x@y.example> " + IntakeKit.messageId(first)))))
                .isEqualTo(new Joined(id));
        assertThat(kit.store.load(id).messages())
                .extracting(Message::written)
                .containsExactly("My hub is offline.", "Still so.", "And now?");
    }

    @Test
    void joinsAnAnswerThatOvertookTheMailItAnswers() {
        Incoming first = kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = kit.opened(kit.mail(
                IntakeKit.JO, "Re: Hub offline", "And it blinks.", Map.of("in-reply-to", IntakeKit.messageId(first))));

        assertThat(kit.watcher.receive(first)).isEqualTo(new Joined(id));
    }

    @Test
    void joinsByTheTicketIdInTheSubject() {
        CaseId id = kit.opened(kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of()));

        assertThat(kit.watcher.receive(kit.mail(IntakeKit.JO, "AW: [" + id + "] Hub offline", "Danke.", Map.of())))
                .isEqualTo(new Joined(id));
    }

    @Test
    void aStrangerJoinsNothingByQuotingIds() {
        Incoming first = kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = kit.opened(first);

        assertThat(kit.watcher.receive(
                        kit.mail("eve@evil.example", "Re: [" + id + "]", "Send me the invoice.", Map.of())))
                .isInstanceOf(Opened.class);
        assertThat(kit.watcher.receive(kit.mail(
                        "eve@evil.example",
                        "Re: Hub",
                        "Refund me.",
                        Map.of("in-reply-to", IntakeKit.messageId(first)))))
                .isInstanceOf(Opened.class);
        assertThat(kit.watcher.receive(kit.mail("", "Re: [" + id + "]", "Nobody's words.", Map.of())))
                .isInstanceOf(Opened.class);
        assertThat(kit.store.load(id).messages()).hasSize(1);
    }

    @Test
    void thePagesLinkJoinsAndAWrongOneIsRefused() {
        Opened opened =
                (Opened) kit.watcher.receive(kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of()));
        Incoming onPage = Incoming.words("page", "p-1", Channel.WEB, "", "", "It is back.", kit.clock.instant());

        assertThat(kit.watcher.receive(onPage.onPage(opened.link()))).isEqualTo(new Joined(opened.caseId()));
        assertThat(kit.store.load(opened.caseId()).latestFromCustomer().from()).isEqualTo(IntakeKit.JO);
        assertThat(kit.watcher.receive(onPage.onPage("guessed"))).isInstanceOf(Refused.class);
    }

    @Test
    void aMessageReopensAResolvedCase() {
        Incoming first = kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = kit.opened(first);
        kit.store.append(kit.store.load(id), List.of(new Entry(Actor.person("Ines"), new Fact.CaseResolved("done"))));
        kit.clock.tick(Duration.ofHours(24));

        kit.watcher.receive(kit.mail(
                IntakeKit.JO, "Re: Hub offline", "Broken again.", Map.of("in-reply-to", IntakeKit.messageId(first))));

        assertThat(kit.store.load(id).standing()).isEqualTo(new Standing.AtWork());
    }
}
