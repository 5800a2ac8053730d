package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Packet.Tried;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.HandoffGate;
import io.sallyport.testkit.HandedOver;
import io.sallyport.testkit.SettableClock;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedPacketTest {

    private static final String TOLD = """
            When I open Reports and click Export, the page stays blank. It should download a file.
            I cleared the cache, but nothing changed. We cannot send the monthly report.
            It is Chrome 129 on Windows 11. It began on 1 March 2026. My solicitor will write to you.""";
    private static final String PROMISED = "You will hear from a person by Tuesday.";

    private static Message message(String id, Message.Author author, String text, int minutes) {
        return new Message(
                id, author, "", HandedOver.AT.minus(Duration.ofMinutes(minutes)), "", text, "", List.of(), Map.of());
    }

    private final CaseRecord record = HandedOver.of(
                    Category.BUG, Priority.P3, new Trigger(Trigger.Kind.LEGAL, "solicitor"))
            .sayingThen(
                    List.of(new Fact.CaseAbsorbed(
                            CaseId.random(),
                            List.of(
                                    message("other-1", Message.Author.CUSTOMER, TOLD, 50),
                                    message("other-2", Message.Author.BRIDGE, PROMISED, 40)))),
                    "The export is broken.");

    private final Fact.Packaged packaged = new Packager(
                    new DueTimes(new BusinessCalendar(ZoneOffset.UTC)), new SettableClock(HandedOver.AT))
            .pack(
                    record,
                    new Evidence("", List.of(), List.of()),
                    packet -> List.of(new HandoffGate().judge(record, packet)));

    @Test
    void whatWasToldOnTheOtherCaseIsKnown() {
        Packet packet = packaged.packet();
        assertThat(packaged.verdicts()).allMatch(Verdict::isPass);
        assertThat(packet.missing()).isEmpty();
        assertThat(packet.reproduction().orElseThrow().environment()).isEqualTo("It is Chrome 129 on Windows 11.");
        assertThat(packet.tried()).contains(new Tried("I cleared the cache", "nothing changed."));
        assertThat(packet.impact().workflow()).isEqualTo("We cannot send the monthly report.");
        assertThat(packet.words()).contains(new Packet.Quote("other-1", "My solicitor will write to you."));
    }

    @Test
    void whatWasPromisedThereIsNamed() {
        assertThat(packaged.packet().communication())
                .filteredOn(said -> said.author() == Message.Author.BRIDGE)
                .extracting(Packet.Said::promised)
                .containsExactly(PROMISED);
    }
}
