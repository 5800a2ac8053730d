package io.sallyport.privacy;

import io.sallyport.text.TextSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Masks the texts of one case and unmasks what comes back: the same value has the same placeholder in all of them, such as
 * {@code [NAME-1]}; written otherwise it is another value, or a quote that comes back would no longer be word for word. What stands for what is known to this object alone; it is no record, cannot be serialized and says nothing
 * of itself. Safe to share between threads.
 */
public final class Mask {

    /** Asked about instructions only, of which there are a dozen or two. */
    private static final PersonalData RULES = PersonalData.byRules().remembering(64);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[([A-Z]+(?:-[A-Z]+)*)-(\\d{1,9})]");

    private static final Set<String> LABELS =
            Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.toUnmodifiableSet());

    /** Shorter known values are too likely to be ordinary words: a first name of two letters, a house number. */
    private static final int SHORTEST_KNOWN = 3;

    private final PersonalData finders;
    private final Map<Kind, List<Pattern>> known;
    private final Map<String, String> placeholders = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<Kind, Integer> counts = new HashMap<>();

    /** @param known what is on file of this case's customer; found wherever it stands, whatever the finders say */
    public Mask(PersonalData finders, Map<Kind, ? extends Collection<String>> known) {
        this.finders = finders;
        this.known = new HashMap<>();
        known.forEach((kind, ones) -> this.known.put(kind, patterns(ones)));
    }

    /**
     * What came back, with our values in it.
     *
     * @param unknown placeholders that nobody gave out: the model made them up. They stay as they are
     */
    public record Unmasked(String text, Set<String> unknown) {
        public Unmasked {
            unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
        }

        /** Neither the text nor a part of it: this may end in a log line. */
        @Override
        public String toString() {
            return "Unmasked[" + text.length() + " characters, unknown=" + unknown + "]";
        }
    }

    /** For what is the same for every case and names nobody, such as a role's instructions: without the finders of names. */
    public String maskByRules(String text) {
        return mask(text, RULES);
    }

    /** A text that already looks like one of our placeholders is masked too, so that a customer cannot ask for a value by its number. */
    public String mask(String text) {
        return mask(text, finders);
    }

    /** Parts of one text, each read by itself; but who is named in one is meant wherever else the name stands. */
    public List<String> maskAll(List<String> parts) {
        var found = parts.stream().map(finders::in).toList();
        var named = new LinkedHashSet<String>();
        for (int i = 0; i < parts.size(); i++) {
            named.addAll(Names.in(found.get(i), parts.get(i)));
        }
        var masked = new ArrayList<String>();
        for (int i = 0; i < parts.size(); i++) {
            var all = new ArrayList<>(found.get(i));
            all.addAll(Names.again(named, parts.get(i)));
            masked.add(masked(all, parts.get(i)));
        }
        return masked;
    }

    private String mask(String text, PersonalData finders) {
        return masked(finders.in(text), text);
    }

    private String masked(List<Finding> already, String text) {
        var found = new ArrayList<>(already);
        known.forEach((kind, patterns) -> patterns.forEach(pattern -> found.addAll(Matches.of(kind, pattern, text))));
        found.addAll(Matches.of(Kind.NUMBER, PLACEHOLDER, text));
        var masked = new StringBuilder();
        int at = 0;
        for (var finding : PersonalData.apart(found, text)) {
            masked.append(text, at, finding.span().start()).append(placeholder(finding.kind(), finding.span(), text));
            at = finding.span().end();
        }
        return masked.append(text.substring(at)).toString();
    }

    /** The text without what stands for somebody's data in it: nothing that could be held against what a case says. */
    public static String withoutPlaceholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> LABELS.contains(match.group(1)) ? " " : Matcher.quoteReplacement(match.group()));
    }

    public Unmasked unmask(String answer) {
        return unmask(answer, UnaryOperator.identity());
    }

    /** @param escape how a value is written in the answer's own notation */
    public Unmasked unmask(String answer, UnaryOperator<String> escape) {
        var unknown = new LinkedHashSet<String>();
        var text = PLACEHOLDER.matcher(answer).replaceAll(match -> {
            var value = find(match.group());
            if (value == null) {
                unknown.add(match.group());
            }
            return Matcher.quoteReplacement(value == null ? match.group() : escape.apply(value));
        });
        return new Unmasked(text, unknown);
    }

    private synchronized @Nullable String find(String placeholder) {
        return values.get(placeholder);
    }

    private synchronized String placeholder(Kind kind, TextSpan span, String text) {
        var value = span.in(text);
        return placeholders.computeIfAbsent(kind + " " + value, _ -> {
            var placeholder = "[" + kind.label() + "-" + counts.merge(kind, 1, Integer::sum) + "]";
            values.put(placeholder, value);
            return placeholder;
        });
    }

    private static List<Pattern> patterns(Collection<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(value -> value.length() >= SHORTEST_KNOWN)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Mask::anywhere)
                .toList();
    }

    private static Pattern anywhere(String value) {
        var words = List.of(value.split("\\s+")).stream().map(Pattern::quote).toList();
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + String.join("\\s+", words) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public String toString() {
        return "Mask[" + values.size() + " values]";
    }
}
