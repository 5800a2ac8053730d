package io.sallyport.cli;

import io.sallyport.audit.CaseJson;
import io.sallyport.audit.CaseSchema;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.escalation.PacketHtml;
import io.sallyport.escalation.PacketMarkdown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The faces of a packet. */
final class PacketText {

    private PacketText() {}

    static Optional<Fact.Packaged> latest(List<CaseEvent> events) {
        return events.reversed().stream()
                .map(CaseEvent::fact)
                .flatMap(fact -> fact instanceof Fact.Packaged packaged ? Stream.of(packaged) : Stream.empty())
                .findFirst();
    }

    static String of(CaseRecord record, Fact.Packaged packaged, boolean isJson, boolean isHtml) {
        if (isJson) {
            return CaseSchema.checkedPacket(CaseJson.export(record.id(), packaged.packet(), packaged.verdicts()))
                    + "\n";
        }
        String title = record.id() + ": " + record.ticket().subject();
        return isHtml ? PacketHtml.of(title, packaged.packet()) : PacketMarkdown.of(title, packaged.packet());
    }
}
