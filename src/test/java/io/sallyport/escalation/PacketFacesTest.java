package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.audit.CaseJson;
import io.sallyport.audit.CaseSchema;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.HandoffGate;
import io.sallyport.testkit.HandedOver;
import io.sallyport.testkit.SettableClock;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PacketFacesTest {

    private final CaseRecord record = HandedOver.of(Category.BUG, Priority.P3)
            .saying("The export of <script>alert(1)</script> ![x](http://evil.example/x.png) is *broken*.");

    private final Packet packet = packed(new Evidence("", List.of(), List.of()));

    private Packet packed(Evidence evidence) {
        var dueTimes = new DueTimes(new BusinessCalendar(ZoneId.of("UTC")));
        return new Packager(dueTimes, new SettableClock(HandedOver.AT))
                .pack(record, evidence, _ -> List.of())
                .packet();
    }

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
    void bothSaySinceWhenTheyWaitAndSinceWhenItIsInTheQueue() {
        assertThat(PacketMarkdown.of("A case", packet))
                .contains("**waiting since** 2026-03-02 09:00 UTC", "**in the queue since** 2026-03-02 09:00 UTC");
        assertThat(PacketHtml.of("A case", packet))
                .contains("<dt>in the queue since</dt><dd>2026-03-02 09:00 UTC</dd>");
    }

    @Test
    void bothSayOfEachPassageWhatItIsFrom() {
        var exports = new SourceRef("article:exports", 3);
        var passage = new Passage("article:exports#2", exports, "Exports › Errors", "Try again.", 1, Optional.empty());
        var known = new Passage("issue:7#1", new SourceRef("issue:7", 1), "Slow", "Wait.", 1, Optional.of("a rumour"));
        Packet found = packed(new Evidence("", List.of(passage, known), List.of()));
        assertThat(PacketMarkdown.of("A case", found))
                .contains("**Exports › Errors (article:exports, revision 3)** “Try again.”")
                .contains("**Slow (issue:7, revision 1; not to be quoted: a rumour)** “Wait.”");
        assertThat(PacketHtml.of("A case", found)).contains("<dt>Exports › Errors (article:exports, revision 3)</dt>");
    }

    @Test
    void oneFromBeforeTheTimeInTheQueueWasKeptIsReadAndFitsTheSchema() {
        var export = (ObjectNode) JsonMapper.shared().readTree(CaseJson.body(new Fact.Packaged(packet, List.of())));
        ((ObjectNode) export.path("packet").path("impact")).remove("inQueueSince");
        Packet read = ((Fact.Packaged) CaseJson.fact("packaged", export.toString())).packet();
        assertThat(read.impact().inQueueSince()).isEmpty();
        assertThat(PacketMarkdown.of("A case", read)).contains("waiting since").doesNotContain("in the queue since");
        assertThat(CaseSchema.checkedPacket(CaseJson.export(record.id(), read, List.of())))
                .contains("sallyport.packet/1");
        export.put("format", "sallyport.packet/1").put("caseId", record.id().value());
        assertThat(CaseSchema.checkedPacket(export.toString())).doesNotContain("inQueueSince");
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
