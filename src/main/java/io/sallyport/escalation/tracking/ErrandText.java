package io.sallyport.escalation.tracking;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import io.sallyport.privacy.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What colleagues read of a case in tools that are not the desk's own: from its packet, personal data masked. */
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

    String post() {
        return firstLine(packet.problem()) + "\n\nCase " + record.id() + ", queue " + queue() + ", " + packet.severity()
                + ".";
    }

    /** What else the customer wrote of an issue that there is. */
    String again(String what) {
        Message latest = record.latestFromCustomer();
        return what + ":\n\n> " + mask.mask(latest.written()).replace("\n", "\n> ") + "\n\n" + foot();
    }

    String issue() {
        var parts = new ArrayList<String>();
        parts.add(mask.mask(packet.problem()));
        packet.reproduction().ifPresent(how -> {
            if (!how.steps().isEmpty()) {
                parts.add("**Steps**\n\n"
                        + String.join(
                                "\n",
                                IntStream.range(0, how.steps().size())
                                        .mapToObj(at -> (at + 1) + ". "
                                                + mask.mask(how.steps().get(at)))
                                        .toList()));
            }
            addPart(parts, "Expected", how.expected());
            addPart(parts, "Actual", how.actual());
            addPart(parts, "Environment", how.environment());
        });
        addPart(parts, "What they cannot do", packet.impact().workflow());
        parts.add("**Impact**\n\n" + packet.severity() + ", " + packet.impact().customers()
                + (packet.impact().customers() == 1 ? " customer" : " customers") + ", since "
                + packet.impact().waitingSince());
        parts.add(foot());
        return String.join("\n\n", parts);
    }

    private void addPart(List<String> parts, String head, String text) {
        if (!text.isBlank()) {
            parts.add("**" + head + "**\n\n" + mask.mask(text));
        }
    }

    private String foot() {
        String category = record.findings()
                .triage()
                .map(Triage::category)
                .map(found -> ", " + found.label())
                .orElse("");
        return "Case " + record.id() + ", queue " + queue() + category + ".";
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
