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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the customer's sentences say of the parts that a kind of case needs; nothing where none says it. */
public final class Details {

    private static final int MOST_STEPS = 8;

    /** An order's or invoice's number, as shops print it. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?:#|no\\.? ?|\\b)[A-Z]{0,6}-?\\d{4,}\\b", Pattern.CASE_INSENSITIVE);

    private final List<Line> lines;
    private final Map<PacketPart, String> answers;

    private Details(List<Line> lines, Map<PacketPart, String> answers) {
        this.lines = lines;
        this.answers = answers;
    }

    /** @param needed the parts that this kind of case needs */
    public static Details in(CaseRecord record, Set<PacketPart> needed) {
        var told = new Details(Line.of(record), Map.of());
        Set<String> known = needed.stream().flatMap(told::said).collect(Collectors.toSet());
        Set<PacketPart> open = needed.stream()
                .filter(part -> told.said(part).findAny().isEmpty())
                .collect(Collectors.toSet());
        return open.isEmpty() ? told : new Details(told.lines, Answered.of(record, known, open));
    }

    public Reproduction reproduction() {
        return new Reproduction(
                said(PacketPart.STEPS).toList(),
                one(PacketPart.EXPECTED),
                one(PacketPart.ACTUAL),
                one(PacketPart.ENVIRONMENT));
    }

    private String one(PacketPart part) {
        return said(part).findFirst().orElse("");
    }

    private Stream<String> said(PacketPart part) {
        List<String> found =
                part == PacketPart.STEPS ? steps() : find(part).stream().toList();
        return found.isEmpty() ? Stream.ofNullable(answers.get(part)) : found.stream();
    }

    /** The needed ones of what {@link PacketPart#isDetail()}. */
    public List<Detail> of(Set<PacketPart> needed) {
        var details = new ArrayList<Detail>();
        needed.stream()
                .filter(PacketPart::isDetail)
                .forEach(part -> said(part).forEach(words -> details.add(new Detail(part.path(), words))));
        return details;
    }

    /** What they cannot do because of it. */
    public String workflow() {
        return one(PacketPart.WORKFLOW);
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
            case STEPS -> steps().stream().findFirst();
            case EXPECTED -> find(line -> line.says(Cue.EXPECTED));
            case ACTUAL -> find(line -> line.says(Cue.ACTUAL));
            case ENVIRONMENT -> richest(Cue.ENVIRONMENT);
            case WORKFLOW -> find(line -> line.says(Cue.WORKFLOW));
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

    private Optional<String> richest(Cue cue) {
        return lines.stream()
                .map(Line::words)
                .filter(words -> Cues.isIn(words, cue))
                .max(Comparator.comparingInt(words -> Cues.count(words, cue)));
    }

    private Optional<String> find(Predicate<Line> which) {
        return lines.stream().filter(which).map(Line::words).findFirst();
    }
}
