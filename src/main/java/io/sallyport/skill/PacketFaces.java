package io.sallyport.skill;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sallyport.audit.CaseJson;
import io.sallyport.audit.CaseSchema;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.PacketMarkdown;
import io.sallyport.escalation.PacketSections;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A packet in a report: in JSON the document that {@code schemas/packet.schema.json} describes, else as people read it. */
final class PacketFaces {

    private final Fact.Packaged packed;
    private final JsonNode document;

    PacketFaces(CaseId id, Fact.Packaged packed) {
        this.packed = packed;
        this.document = JsonMapper.shared()
                .readTree(CaseSchema.checkedPacket(CaseJson.export(id, packed.packet(), packed.verdicts())));
    }

    @JsonValue
    JsonNode document() {
        return document;
    }

    void write(Markdown text) {
        text.line("").line(PacketMarkdown.of(PacketSections.of(packed.packet())).strip());
        text.heading("Handoff gate")
                .line(
                        packed.verdicts().stream().allMatch(Verdict::isPass)
                                ? "Passed: it has what this kind of case needs, and says nothing that the case does not bear."
                                : "Stopped: " + Verdict.reason(packed.verdicts()) + ".");
    }
}
