package io.sallyport.evaluation;

import io.sallyport.answer.EvidenceSource;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.SourceRef;
import io.sallyport.model.Embedder;
import io.sallyport.text.Words;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The passages that came with a question, searched as the company's articles would be; each may be quoted. */
public final class GivenPassages implements EvidenceSource {

    /** The passages of one document share what stands before the first of these. */
    private static final Pattern WITHIN_DOCUMENT = Pattern.compile("[_-]");

    /** A first line of so many characters at most is the document's title. */
    private static final int LONGEST_TITLE = 120;

    private final List<Passage> passages;
    private final Embedder embedder;

    public GivenPassages(List<Conversation.Given> passages, Embedder embedder) {
        this.passages = passages.stream().map(GivenPassages::passage).toList();
        this.embedder = embedder;
    }

    private static Passage passage(Conversation.Given given) {
        String document = WITHIN_DOCUMENT.split(given.id(), 2)[0];
        int end = given.text().indexOf('\n');
        boolean isTitled = end > 0 && end <= LONGEST_TITLE;
        return new Passage(
                "article:" + given.id(),
                new SourceRef("article:" + document, 1),
                isTitled ? given.text().substring(0, end).strip() : "",
                (isTitled ? given.text().substring(end) : given.text()).strip(),
                0,
                Optional.empty());
    }

    /** The documents that the passages are from. */
    Set<String> sources() {
        return passages.stream().map(passage -> passage.source().id()).collect(Collectors.toSet());
    }

    @Override
    public List<Found> search(String question, int limit) {
        float[] asked = embedder.embed(question);
        var words = new HashSet<>(Words.content(question));
        return passages.stream()
                .map(passage -> found(passage, asked, words))
                .sorted(Comparator.comparingDouble(Found::cosine).reversed())
                .limit(limit)
                .toList();
    }

    private Found found(Passage passage, float[] asked, Set<String> words) {
        String text = passage.heading() + "\n" + passage.text();
        double cosine = Embedder.similarity(asked, embedder.embed(text));
        var held = new HashSet<>(Words.content(text));
        double coverage =
                words.isEmpty() ? 0 : words.stream().filter(held::contains).count() / (double) words.size();
        var scored = new Passage(
                passage.id(), passage.source(), passage.heading(), passage.text(), cosine, Optional.empty());
        return new Found(scored, cosine, coverage, coverage, Optional.empty(), List.of());
    }
}
