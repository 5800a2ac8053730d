package io.sallyport.privacy;

import io.sallyport.text.Latest;
import io.sallyport.text.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All that is found in a text by all finders: in the text's order, and no two overlap. */
public final class PersonalData {

    private static final Comparator<Finding> CERTAIN_FIRST = Comparator.comparing(Finding::kind)
            .thenComparing(
                    Comparator.comparingInt((Finding finding) -> finding.span().length())
                            .reversed())
            .thenComparingInt(finding -> finding.span().start());

    private static final List<Finder> BY_RULES = List.of(
            new Addresses(), new Secrets(), new Accounts(), new Phones(), new Identities(), new StreetAddresses());

    private final Function<String, List<Finding>> find;

    private PersonalData(Function<String, List<Finding>> find) {
        this.find = find;
    }

    /** @param further what is found otherwise than by this room's rules, such as names */
    public static PersonalData with(List<Finder> further) {
        var all = new ArrayList<>(BY_RULES);
        all.addAll(further);
        return new PersonalData(text -> in(text, all));
    }

    /** What this room finds by itself: forms, check digits and grammar, no names. */
    public static PersonalData byRules() {
        return with(List.of());
    }

    public List<Finding> in(String text) {
        return find.apply(text);
    }

    /** The same, without reading the latest texts again: articles and instructions go into one question after another. */
    PersonalData remembering(int texts) {
        return new PersonalData(new Latest<>(texts, find)::of);
    }

    private static List<Finding> in(String text, List<Finder> finders) {
        return apart(
                finders.stream().flatMap(finder -> finder.in(text).stream()).toList(), text);
    }

    /** Nothing that any finder found is dropped: of an uncertain finding, the rest around a certain one stays. */
    static List<Finding> apart(List<Finding> found, String text) {
        var taken = new boolean[text.length()];
        var kept = new ArrayList<Finding>();
        found.stream().sorted(CERTAIN_FIRST).forEach(finding -> keepFree(finding, text, taken, kept));
        kept.sort(Comparator.comparingInt(finding -> finding.span().start()));
        return List.copyOf(kept);
    }

    private static void keepFree(Finding finding, String text, boolean[] taken, List<Finding> kept) {
        int at = finding.span().start();
        while (at < finding.span().end()) {
            int end = at;
            while (end < finding.span().end() && !taken[end]) {
                taken[end++] = true;
            }
            trimmed(text, at, end).ifPresent(span -> kept.add(new Finding(finding.kind(), span)));
            at = end + 1;
        }
    }

    /** Without signs and blanks around; none where nothing else is left. */
    private static Optional<TextSpan> trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && !Character.isLetterOrDigit(text.codePointAt(from)) && text.charAt(from) != '+') {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(text.codePointBefore(to))) {
            to--;
        }
        return from < to ? Optional.of(new TextSpan(from, to)) : Optional.empty();
    }
}
