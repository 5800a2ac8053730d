package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.action.Catalogue;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.Attachment;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Message.Author;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShownThreadTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CaseId CASE = CaseId.random();

    private static Message message(Author author, String from, String subject, String setAside, Attachment... files) {
        return new Message(
                author + "-" + subject, author, from, NOW, subject, "Words.", setAside, List.of(files), Map.of());
    }

    private static List<String> shown(Message first, Fact... later) {
        var ticket = new Ticket("test", "t-1", Channel.EMAIL, "jo@hill.example", "Lid", "link");
        var facts = new ArrayList<Fact>(List.of(new Fact.TicketOpened(ticket, first)));
        facts.addAll(List.of(later));
        var events = IntStream.range(0, facts.size())
                .mapToObj(at -> new CaseEvent(
                        CASE, at + 1, NOW, Actor.DESK, facts.get(at), ChainHash.GENESIS, ChainHash.GENESIS))
                .toList();
        return CaseText.of(CaseRecord.fold(events), Catalogue.EMPTY).lines().toList();
    }

    @Test
    void saysOfEachMessageWhoWroteIt() {
        assertThat(shown(
                        message(Author.CUSTOMER, "jo@hill.example", "Lid", ""),
                        new Fact.MessageReceived(message(Author.MACHINE, "jo@hill.example", "Away", "")),
                        new Fact.MessageReceived(message(Author.PERSON, "", "Re: Lid", ""))))
                .contains(
                        "-- jo@hill.example, 2026-03-02T09:00:00Z",
                        "-- automatic, from jo@hill.example, 2026-03-02T09:00:00Z",
                        "-- sent by a person, 2026-03-02T09:00:00Z");
    }

    @Test
    void saysTheSubjectWhatIsAttachedAndHowMuchWasSetAside() {
        assertThat(shown(message(
                        Author.CUSTOMER,
                        "jo@hill.example",
                        "The lid",
                        "> once\n> upon\n",
                        new Attachment("lid.jpg", "image/jpeg", 2048))))
                .containsSequence(
                        "subject: The lid",
                        "attached: lid.jpg (image/jpeg, 2048 bytes)",
                        "Words.",
                        "(2 lines set aside: quoted mail, a signature or more than is read)");
        assertThat(shown(message(Author.CUSTOMER, "jo@hill.example", "", "")))
                .noneMatch(line -> line.startsWith("subject:") || line.contains("set aside"));
    }

    @Test
    void saysWhatScreeningWarnsOf() {
        var screening = new Screening(
                "en", 1, Screening.Automatic.NONE, List.of(), List.of("attachment a.exe: a program"), false);
        assertThat(shown(message(Author.CUSTOMER, "jo@hill.example", "", ""), new Fact.Screened(screening)))
                .contains("warning: attachment a.exe: a program");
    }
}
