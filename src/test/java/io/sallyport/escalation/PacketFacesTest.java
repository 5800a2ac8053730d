package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.audit.CaseJson;
import io.sallyport.audit.CaseSchema;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.HandoffGate;
import io.sallyport.testkit.HandedOver;
import io.sallyport.testkit.SettableClock;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PacketFacesTest {

    private final CaseRecord record = HandedOver.of(Category.BUG, Priority.P3)
            .saying("The export of <script>alert(1)</script> ![x](http://evil.example/x.png) is *broken*.");

    private final Packet packet = new Packager(
                    new DueTimes(new BusinessCalendar(ZoneId.of("UTC"))), new SettableClock(HandedOver.AT))
            .pack(record, new Evidence("", List.of(), List.of()), _ -> List.of())
            .packet();

    @Test
    void inMarkdownNoMarkOfTheCustomersIsOneOfOurs() {
        String text = PacketMarkdown.of("A case", packet);
        assertThat(text)
                .contains("## Missing", "**reproduction.steps** What do you do, step by step")
                .contains("\\!\\[x\\]", "\\<script\\>", "\\*broken\\*")
                .doesNotContain("<script>");
    }

    @Test
    void forWhoeverMendsTheCauseNothingIsSaidOfTheAccountTheDraftsOrTheThread() {
        List<PacketSections.Section> all = PacketSections.of(packet);
        List<PacketSections.Section> faults = PacketSections.ofFault(packet);
        assertThat(all).containsAll(faults);
        assertThat(faults)
                .extracting(PacketSections.Section::heading)
                .containsExactly("Problem", "Missing", "Impact", "Reproduction");
    }

    @Test
    void anUnderscoreWithinAWordMarksNothing() {
        assertThat(PacketMarkdown.quote("export_all_rows or _this_\n\nline"))
                .isEqualTo("> export_all_rows or \\_this\\_\n>\n> line");
    }

    @Test
    void asAPageNothingOfTheCustomersRuns() {
        assertThat(PacketHtml.of("A <case>", packet))
                .contains("&lt;script&gt;", "<h1>A &lt;case&gt;</h1>", "<h2>Missing</h2>")
                .doesNotContain("<script>", "<img");
    }

    @Test
    void asJsonItFitsItsSchema() {
        List<Verdict> verdicts = List.of(new HandoffGate().judge(record, packet));
        assertThat(CaseSchema.checkedPacket(CaseJson.export(record.id(), packet, verdicts)))
                .contains("sallyport.packet/1");
    }

    @Test
    void itsSchemaSaysOfEveryTypeWhatTheCaseRecordsSaysOfIt() {
        JsonNode own = definitions("packet");
        JsonNode cases = definitions("case-record");
        own.propertyNames().forEach(name -> assertThat(own.path(name)).as(name).isEqualTo(cases.path(name)));
        assertThat(own.propertyNames()).contains("packet", "packet.detail", "verdict.stop");
    }

    private static JsonNode definitions(String schema) {
        return JsonMapper.shared()
                .readTree(CaseSchema.class.getResourceAsStream("/schemas/" + schema + ".schema.json"))
                .path("$defs");
    }
}
