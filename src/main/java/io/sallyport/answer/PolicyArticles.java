package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.casefile.Verdict;
import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Revision;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what an article tells customers of the policy that a gate stopped an action by, and what it allows instead. */
final class PolicyArticles {

    private static final Pattern NAMED = Pattern.compile("article:([a-z0-9-]+)");

    /** What is allowed instead stands right behind it, if anywhere. */
    private static final int MOST = 3;

    private final KnowledgeBase articles;

    PolicyArticles(KnowledgeBase articles) {
        this.articles = articles;
    }

    /** A reason of a gate and the article it names. */
    private record Why(String slug, String reason) {}

    /** Of the first reason that an article speaks of; under the headings that tell it from what holds for others. */
    Optional<List<Sentence>> find(CaseRecord record, List<Verdict> verdicts) {
        Question question = QuestionReader.read(record);
        return verdicts.stream()
                .flatMap(verdict -> verdict instanceof Verdict.Stop stop ? reasons(stop) : Stream.empty())
                .flatMap(why -> articles.find(why.slug()).stream()
                        .flatMap(article -> said(question, article, why.reason()).stream()))
                .findFirst();
    }

    private static Stream<Why> reasons(Verdict.Stop stop) {
        Stream<Why> flagged =
                stop.flagged().stream().flatMap(flag -> slugs(flag.why()).map(slug -> new Why(slug, flag.sentence())));
        return Stream.concat(flagged, slugs(stop.reason()).map(slug -> new Why(slug, stop.reason())));
    }

    private static Stream<String> slugs(String text) {
        return NAMED.matcher(text).results().map(found -> found.group(1));
    }

    private Optional<List<Sentence>> said(Question question, Article article, String reason) {
        if (articles.whyNotCitable(article).isPresent()) {
            return Optional.empty();
        }
        Revision revision = articles.findRevision(article.ref()).orElseThrow();
        Set<String> wanted = stems(reason);
        List<Picked> best = List.of();
        int most = 0;
        for (Revision.Section section : revision.sections()) {
            List<Unit> units = PassageText.units(section.text());
            Set<String> heading = stems(String.join(" ", section.heading()));
            for (int at = 0; at < units.size(); at++) {
                if (!isWhole(units.get(at))) {
                    continue;
                }
                Set<String> stems = stems(units.get(at).text());
                int shared = 2 * shared(wanted, stems) + shared(wanted, heading);
                if (shared(wanted, stems) > 0 && shared > most) {
                    most = shared;
                    best = following(units, at).stream()
                            .map(unit -> new Picked(passage(revision, section), unit))
                            .toList();
                }
            }
        }
        List<Passage> all = revision.sections().stream()
                .map(section -> passage(revision, section))
                .toList();
        List<Picked> quote = new HeadingLine(question, all, Set.of()).over(best);
        return quote.isEmpty() ? Optional.empty() : Optional.of(quoted(quote));
    }

    private static Passage passage(Revision revision, Revision.Section section) {
        var heading = Stream.concat(Stream.of(revision.title()), section.heading().stream());
        return new Passage(
                revision.ref().id() + "#" + section.anchor(),
                revision.ref(),
                heading.collect(Collectors.joining(" › ")),
                section.text(),
                0,
                Optional.empty());
    }

    private static boolean isWhole(Unit unit) {
        return unit.form() == Unit.Form.PROSE && !unit.leansOnPrevious() && !unit.leadsIn() && unit.endsLikeSentence();
    }

    private static List<Unit> following(List<Unit> units, int from) {
        return units.subList(from, Math.min(units.size(), from + MOST)).stream()
                .takeWhile(unit -> unit.form() == Unit.Form.PROSE
                        && unit.block() == units.get(from).block()
                        && unit.endsLikeSentence()
                        && !unit.leadsIn())
                .toList();
    }

    /** Headings and what follows on one stand on lines of their own. */
    private static List<Sentence> quoted(List<Picked> quote) {
        var sentences = new ArrayList<Sentence>();
        boolean isAfterHeading = false;
        for (Picked one : quote) {
            String text = one.unit().text();
            boolean isHeading = one.unit().block() == HeadingLine.BLOCK;
            sentences.add(new Sentence(
                    text,
                    isHeading || isAfterHeading ? Layout.PARAGRAPH : Layout.RUN_ON,
                    List.of(new Citation(one.passage().source(), text))));
            isAfterHeading = isHeading;
        }
        return sentences;
    }

    private static int shared(Set<String> wanted, Set<String> stems) {
        return (int) wanted.stream().filter(stems::contains).count();
    }

    private static Set<String> stems(String text) {
        var stems = new HashSet<String>();
        Words.of(text).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !Words.isStopWord(word))
                .forEach(word -> stems.add(Words.stem(word)));
        return stems;
    }
}
