package io.sallyport.escalation.tracking;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import io.sallyport.escalation.PacketMarkdown;
import io.sallyport.escalation.PacketSections;
import io.sallyport.privacy.Mask;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What colleagues read of a case in tools that are not the desk's own: its packet as people have it, less what is the desk's
 * alone, personal data masked. Issues are Markdown, posts are plain.
 */
final class ErrandText {

    private static final int LONGEST_LINE = 120;

    private final CaseRecord record;
    private final Packet packet;
    private final Mask mask;

    ErrandText(CaseRecord record, Mask mask) {
        this.record = record;
        this.packet = record.handOver().packet().orElseGet(() -> Packet.bare(record));
        this.mask = mask;
    }

    /** Of an issue. */
    String title() {
        return firstLine(packet.problem());
    }

    /** Of a post: no more than whoever looks up needs. */
    String headline() {
        return record.id() + " is with " + queue() + ", " + packet.severity();
    }

    /** What somebody in danger wrote is read by those who have the case, not by a whole team. */
    String post() {
        String what = HandOverText.isAboutSafety(record) ? "Somebody may be in danger." : firstLine(packet.problem());
        return what + "\n\nCase " + record.id() + ", queue " + queue() + ", " + packet.severity() + ".";
    }

    /** What else the customer wrote of an issue that there is. */
    String again(String what, List<Message> words) {
        String quoted = words.stream()
                .map(message -> PacketMarkdown.quote(mask.mask(message.written())))
                .collect(Collectors.joining("\n\n"));
        return what + ":\n\n" + quoted + "\n\n" + foot();
    }

    String issue() {
        var sections = PacketSections.ofFault(packet).stream()
                .map(section -> section.in(mask::mask))
                .toList();
        return PacketMarkdown.of(sections) + "\n" + foot();
    }

    private String foot() {
        String category = record.findings()
                .triage()
                .map(Triage::category)
                .map(found -> ", " + found.label())
                .orElse("");
        return mayBeBack() + "Case " + record.id() + ", queue " + queue() + category + ".";
    }

    /** Whoever mends it wants to know that it was mended before. */
    private String mayBeBack() {
        return record.findings()
                .triage()
                .flatMap(triage -> triage.related().fixedIssue())
                .map(issue -> "It looks like the known issue " + issue.told() + ".\n\n")
                .orElse("");
    }

    private String queue() {
        return record.standing() instanceof Standing.WithPeople people ? people.queue() : packet.owner();
    }

    private String firstLine(String text) {
        String line = mask.mask(text.strip().lines().findFirst().orElse("")).strip();
        if (line.isEmpty()) {
            return "A case of " + queue();
        }
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
    }
}
