package io.sallyport.evaluation.triage;

import io.sallyport.casefile.Priority;
import java.util.ArrayList;
import java.util.List;

/** Where the desk and the people who labelled a message disagree, a line each. */
public final class Missed {

    private Missed() {}

    public static List<String> of(LabelledMessages.Row row, DeskOutcome outcome) {
        var id = row.json().path("id").asString("");
        var lines = new ArrayList<String>();
        var wanted = outcome.wanted();
        if (wanted.isJunk()) {
            return lines;
        }
        if (outcome.isTakenForJunk()) {
            lines.add(id + " taken for junk");
        }
        if (wanted.isOurs() && !outcome.category().isRight()) {
            lines.add("%s category: wanted %s, got %s"
                    .formatted(
                            id,
                            outcome.category().wanted().orElse(""),
                            outcome.category().guessed()));
        }
        if (!outcome.has(wanted.priority())) {
            lines.add("%s priority: wanted %s, got %s"
                    .formatted(
                            id,
                            wanted.priority(),
                            outcome.priority().map(Priority::name).orElse("none")));
        }
        wanted.triggers().stream()
                .filter(kind -> !outcome.triggers().contains(kind))
                .forEach(kind -> lines.add(id + " trigger not raised: " + kind.label()));
        outcome.triggers().stream()
                .filter(kind -> !wanted.triggers().contains(kind))
                .forEach(kind -> lines.add(id + " trigger raised: " + kind.label()));
        return lines;
    }
}
