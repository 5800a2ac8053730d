package io.sallyport.answer;

import io.sallyport.casefile.Evidence.Contradiction;
import io.sallyport.casefile.Passage;
import io.sallyport.text.Latest;
import io.sallyport.text.Markers;
import io.sallyport.text.Markers.Marker;
import io.sallyport.text.Names;
import io.sallyport.text.Tokens;
import io.sallyport.text.Value;
import io.sallyport.text.Values;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds sentences of different articles that say the same of the same thing with another value, or one of them with a
 * "not". Works on words alone, so it finds the plain cases and names the two sentences.
 */
final class Contradictions {

    /** Share of content words in common from which two sentences count as saying the same. */
    private static final double SAME_MATTER = 0.7;

    /** The same, with each sentence's values still among its words. */
    private static final double PERHAPS = 0.35;

    /** Fewer words in common may be chance. */
    private static final int LEAST_COMMON = 3;

    private static final Set<Marker> NEGATIONS =
            EnumSet.of(Marker.NOT, Marker.NEVER, Marker.NO_LONGER, Marker.NONE, Marker.WITHOUT);

    /** With so many words a line may have fewer than three besides its values. */
    private static final int SHORT = 5;

    /** Of what a short line speaks, its heading says where it opens so, or holds a colon. */
    private static final Pattern LEANS = Pattern.compile(
            "^(?:it|its|they|their|this|that|these|those|such|both|here|there)\\b.*|.*:.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private record Statement(Line line, Set<String> matter, Set<String> names, List<Value> values) {

        static Statement of(Line line) {
            String text = line.text();
            var values = Values.in(text);
            var matter = new HashSet<String>();
            Tokens.in(text).stream()
                    .filter(token -> token.isWord() && !Words.isStopWord(token.lower()))
                    .filter(token -> values.stream()
                            .noneMatch(value -> value.span().start()
                                            <= token.span().start()
                                    && token.span().end() <= value.span().end()))
                    .forEach(token -> matter.add(Words.stem(token.lower())));
            return new Statement(line, Set.copyOf(matter), Names.wordsIn(text), values);
        }

        Passage passage() {
            return line.passage();
        }

        String text() {
            return line.worded().text();
        }
    }

    /** The same passages come up for many questions. */
    private static final int REMEMBERED_PASSAGES = 1_024;

    private static final Latest<String, List<Worded>> WORDED =
            new Latest<>(REMEMBERED_PASSAGES, Contradictions::worded);

    private Contradictions() {}

    /** A sentence before anything dear is read out of it. */
    private record Worded(String text, Set<String> words, boolean isStep) {}

    private static List<Worded> worded(String passage) {
        return PassageText.units(passage).stream()
                .map(unit ->
                        new Worded(unit.text(), Set.copyOf(Words.content(unit.text())), unit.form() == Unit.Form.STEP))
                .toList();
    }

    private record Line(Passage passage, Worded worded) {

        String text() {
            return worded.text();
        }

        Set<String> words() {
            return worded.words();
        }

        /** A step speaks of its list's task, a line that leans of its heading. */
        boolean standsAlone() {
            return !worded.isStep() && !LEANS.matcher(text()).matches();
        }

        /** Looser than the real comparison, which leaves values out of the words it counts. */
        boolean mayBeOnOneMatterWith(Line other) {
            if (passage.source().id().equals(other.passage.source().id())) {
                return false;
            }
            return words().size() < other.words().size()
                    ? mayOverlap(words(), other.words())
                    : mayOverlap(other.words(), words());
        }

        private static boolean mayOverlap(Set<String> fewer, Set<String> more) {
            if (more.size() <= SHORT) {
                return fewer.stream().anyMatch(more::contains);
            }
            if (fewer.size() < LEAST_COMMON || fewer.size() < PERHAPS * more.size()) {
                return false;
            }
            int common = 0;
            for (String word : fewer) {
                common += more.contains(word) ? 1 : 0;
            }
            return common >= LEAST_COMMON && common >= PERHAPS * (fewer.size() + more.size() - common);
        }
    }

    static List<Contradiction> among(List<Passage> passages) {
        return of((_, _) -> true, passages);
    }

    /**
     * Those that a sentence of interest is a party to.
     *
     * @param isMeant asked about a passage and a sentence of it
     */
    static List<Contradiction> of(BiPredicate<Passage, String> isMeant, List<Passage> passages) {
        var lines = passages.stream()
                .flatMap(passage -> WORDED.of(passage.text()).stream().map(line -> new Line(passage, line)))
                .toList();
        var meant = lines.stream()
                .map(line -> isMeant.test(line.passage(), line.text()))
                .toList();
        var found = new ArrayList<Contradiction>();
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                Line one = lines.get(i);
                Line other = lines.get(j);
                if ((meant.get(i) || meant.get(j)) && one.mayBeOnOneMatterWith(other)) {
                    between(Statement.of(one), Statement.of(other)).ifPresent(found::add);
                }
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Contradiction> between(Statement one, Statement other) {
        boolean sameArticle =
                one.passage().source().id().equals(other.passage().source().id());
        if (sameArticle || !one.names().equals(other.names()) || !isSameMatter(one, other)) {
            return Optional.empty();
        }
        boolean clash = otherValue(one, other) || isDenied(one) != isDenied(other);
        return clash
                ? Optional.of(
                        new Contradiction(one.passage().id(), other.passage().id(), one.text() + " | " + other.text()))
                : Optional.empty();
    }

    private static boolean isSameMatter(Statement one, Statement other) {
        long common = one.matter().stream().filter(other.matter()::contains).count();
        return common >= LEAST_COMMON
                ? common >= SAME_MATTER * (one.matter().size() + other.matter().size() - common)
                : isSameShort(one, other);
    }

    /** "Refunds take 5 days." and "Refunds take 10 days.": so few words have to be the very same, and so what is counted. */
    private static boolean isSameShort(Statement one, Statement other) {
        return !one.matter().isEmpty()
                && one.matter().equals(other.matter())
                && !kinds(one).isEmpty()
                && kinds(one).equals(kinds(other))
                && one.line().standsAlone()
                && other.line().standsAlone();
    }

    /** One value of a kind on either side, and they differ. */
    private static boolean otherValue(Statement one, Statement other) {
        return kinds(one).stream()
                .anyMatch(kind -> ofKind(one, kind).size() == 1
                        && ofKind(other, kind).size() == 1
                        && !ofKind(one, kind).equals(ofKind(other, kind)));
    }

    private static Set<Value.Kind> kinds(Statement statement) {
        return statement.values().stream().map(Value::kind).collect(Collectors.toSet());
    }

    private static Set<String> ofKind(Statement statement, Value.Kind kind) {
        return statement.values().stream()
                .filter(value -> value.kind() == kind)
                .map(Value::normal)
                .collect(Collectors.toSet());
    }

    private static boolean isDenied(Statement statement) {
        return Markers.kindsIn(statement.text()).stream().anyMatch(NEGATIONS::contains);
    }
}
