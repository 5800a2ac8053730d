package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.HandoffGate;
import io.sallyport.testkit.HandedOver;
import io.sallyport.testkit.SettableClock;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A packet of a case that another one of the customer's goes on as. */
class AbsorbedPacketTest {

    private static final String THERE = """
            When I open Reports and click Export, I see "error 502". It should download a file.
            I cleared the cache and tried another browser, but nothing changed. I want to talk to a person.
            We cannot send the monthly report to our customers. It is Chrome 129 on Windows 11.""";

    private final Packager packager =
            new Packager(new DueTimes(new BusinessCalendar(ZoneId.of("UTC"))), new SettableClock(HandedOver.AT));

    private static Message said(String id, Message.Author author, String text, Duration before) {
        return new Message(id, author, "", HandedOver.AT.minus(before), "", text, "", List.of(), Map.of());
    }

    private Fact.Packaged pack() {
        var thread = List.of(
                said("m-there", Message.Author.CUSTOMER, THERE, Duration.ofHours(2)),
                said(
                        "e-there",
                        Message.Author.BRIDGE,
                        "Thank you. You will hear from a person by 16:00.",
                        Duration.ofHours(1)));
        CaseRecord record = HandedOver.of(
                        Category.BUG, Priority.P2, new Trigger(Trigger.Kind.PERSON_ASKED, "talk to a person"))
                .sayingThen(
                        List.of(new Fact.CaseAbsorbed(CaseId.random(), thread)), "The export does not work. Any news?");
        return packager.pack(
                record,
                new Evidence("", List.of(), List.of()),
                packet -> List.of(new HandoffGate().judge(record, packet)));
    }

    @Test
    void nobodyIsAskedAgainForWhatTheyWroteThere() {
        Fact.Packaged packaged = pack();
        assertThat(packaged.verdicts()).allMatch(Verdict::isPass);
        assertThat(packaged.packet().missing()).isEmpty();
        assertThat(packaged.packet().reproduction().orElseThrow().environment())
                .isEqualTo("It is Chrome 129 on Windows 11.");
        assertThat(packaged.packet().tried())
                .contains(new Packet.Tried("I cleared the cache and tried another browser", "nothing changed."));
    }

    @Test
    void theWordsThatBroughtItToPeopleAreQuotedFromThere() {
        assertThat(pack().packet().words()).contains(new Packet.Quote("m-there", "I want to talk to a person."));
    }

    @Test
    void whatWasPromisedThereIsKnownHere() {
        assertThat(pack().packet().communication())
                .extracting(Packet.Said::promised)
                .contains("You will hear from a person by 16:00.");
    }
}
