package io.sallyport.answer;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Evidence.Contradiction;
import io.sallyport.casefile.Passage;
import io.sallyport.knowledge.Hit;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Revision;
import io.sallyport.knowledge.Scope;
import io.sallyport.text.Quotes;
import io.sallyport.text.SentenceSplitter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for articles that say otherwise than what a reply quotes. Research looked around the question; what was looked up
 * later, or is quoted for another reason, has neighbours that nobody has seen.
 */
final class Dissent {

    /** What speaks of the same matter is among the first. */
    private static final int NEIGHBOURS = 8;

    private final KnowledgeBase articles;

    Dissent(KnowledgeBase articles) {
        this.articles = articles;
    }

    /** Something quotable that cannot hold beside a sentence that is quoted. A heading holds beside anything. */
    Optional<Contradiction> find(List<Citation> cited) {
        List<Citation> citations =
                cited.stream().filter(citation -> !isHeading(citation)).toList();
        Map<String, Passage> all = new LinkedHashMap<>();
        citations.forEach(citation -> passages(citation).forEach(passage -> all.put(passage.id(), passage)));
        Set<String> quoted = Set.copyOf(all.keySet());
        citations.stream()
                .flatMap(citation -> whole(citation, List.copyOf(all.values())))
                .distinct()
                .toList()
                .forEach(sentence -> articles.search(sentence, NEIGHBOURS, Scope.PUBLIC).stream()
                        .map(Hit::passage)
                        .forEach(passage -> all.putIfAbsent(passage.id(), passage)));
        var passages = List.copyOf(all.values());
        var contradictions = Contradictions.of(
                (passage, sentence) -> citations.stream().anyMatch(one -> isQuoted(one, passage, sentence)), passages);
        return Clash.find(new Evidence("", passages, contradictions), quoted);
    }

    private boolean isHeading(Citation citation) {
        String quote = SentenceSplitter.flat(citation.quote());
        return articles.findRevision(citation.source()).stream()
                .flatMap(revision -> revision.sections().stream())
                .flatMap(section -> section.heading().stream())
                .anyMatch(heading -> SentenceSplitter.split(heading).contains(quote));
    }

    /** Those of the article that hold what is quoted. */
    private Stream<Passage> passages(Citation citation) {
        return articles.findRevision(citation.source()).stream()
                .flatMap(revision -> revision.sections().stream()
                        .map(section -> passage(revision, section))
                        .filter(passage -> sentences(passage).anyMatch(one -> isQuoted(citation, passage, one))));
    }

    private static Passage passage(Revision revision, Revision.Section section) {
        return new Passage(
                revision.ref().id() + "#" + section.anchor(),
                revision.ref(),
                String.join(" › ", section.heading()),
                section.text(),
                0,
                Optional.empty());
    }

    /** The whole sentences that are quoted from: "5 days" alone finds anything. */
    private static Stream<String> whole(Citation citation, List<Passage> passages) {
        return passages.stream().flatMap(passage -> sentences(passage).filter(one -> isQuoted(citation, passage, one)));
    }

    private static Stream<String> sentences(Passage passage) {
        return PassageText.units(passage.text()).stream().map(Unit::text);
    }

    private static boolean isQuoted(Citation citation, Passage passage, String sentence) {
        return citation.source().equals(passage.source())
                && (Quotes.standsIn(sentence, citation.quote()) || Quotes.standsIn(citation.quote(), sentence));
    }
}
