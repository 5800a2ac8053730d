package io.sallyport.escalation.packet;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Packet.Detail;
import io.sallyport.casefile.Packet.Reproduction;
import io.sallyport.casefile.PacketPart;
import io.sallyport.escalation.packet.Cues.Cue;
import io.sallyport.text.Value;
import io.sallyport.text.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the customer's sentences say of the parts that a kind of case needs; nothing where none says it. */
public final class Details {

    private static final int MOST_STEPS = 8;

    /** An order's or invoice's number, as shops print it. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?:#|no\\.? ?|\\b)[A-Z]{0,6}-?\\d{4,}\\b", Pattern.CASE_INSENSITIVE);

    private final List<Line> lines;

    private Details(List<Line> lines) {
        this.lines = lines;
    }

    public static Details in(CaseRecord record) {
        return new Details(Line.of(record));
    }

    public Reproduction reproduction() {
        return new Reproduction(steps(), first(Cue.EXPECTED), first(Cue.ACTUAL), richest(Cue.ENVIRONMENT));
    }

    /** The needed ones of what {@link PacketPart#isDetail()}. */
    public List<Detail> of(Set<PacketPart> needed) {
        var details = new ArrayList<Detail>();
        needed.stream()
                .filter(PacketPart::isDetail)
                .forEach(part -> find(part).ifPresent(words -> details.add(new Detail(part.path(), words))));
        return details;
    }

    /** What they cannot do because of it. */
    public String workflow() {
        return first(Cue.WORKFLOW);
    }

    private List<String> steps() {
        List<String> numbered =
                lines.stream().filter(Line::isNumbered).map(Line::words).toList();
        Stream<String> told = numbered.size() > 1
                ? numbered.stream()
                : lines.stream().filter(line -> line.says(Cue.STEPS)).map(Line::words);
        return told.distinct().limit(MOST_STEPS).toList();
    }

    private Optional<String> find(PacketPart part) {
        return switch (part) {
            case STEPS, EXPECTED, ACTUAL, ENVIRONMENT, WORKFLOW -> Optional.empty();
            case CHARGE -> find(line -> line.says(Cue.CHARGE) && isParticular(line));
            case ORDER -> find(line -> line.says(Cue.ORDER) && isParticular(line));
            case EVENT ->
                find(line -> line.says(Cue.ACTUAL) || line.says(Cue.WORKFLOW)).or(() -> find(_ -> true));
            case TIME -> find(Details::tellsWhen);
        };
    }

    private static boolean isParticular(Line line) {
        return NUMBERED.matcher(line.words()).find() || tellsWhen(line) || tells(line, Value.Kind.MONEY, Value.Kind.ID);
    }

    private static boolean tellsWhen(Line line) {
        return line.says(Cue.TIME) || tells(line, Value.Kind.DATE, Value.Kind.TIME);
    }

    private static boolean tells(Line line, Value.Kind... kinds) {
        return Values.in(line.words()).stream().anyMatch(value -> List.of(kinds).contains(value.kind()));
    }

    private String first(Cue cue) {
        return find(line -> line.says(cue)).orElse("");
    }

    private String richest(Cue cue) {
        return lines.stream()
                .map(Line::words)
                .filter(words -> Cues.isIn(words, cue))
                .max(Comparator.comparingInt(words -> Cues.count(words, cue)))
                .orElse("");
    }

    private Optional<String> find(Predicate<Line> which) {
        return lines.stream().filter(which).map(Line::words).findFirst();
    }
}
