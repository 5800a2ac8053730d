package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** The sentences that replies are made of, by source, in the source's order. */
public final class Corpus {

    /** @param passages of one source, each a list of sentences that cite it */
    public record Source(SourceRef ref, List<List<Sentence>> passages) {
        public Source {
            passages = passages.stream().map(List::copyOf).toList();
        }

        List<String> sentences() {
            return passages.stream().flatMap(List::stream).map(Sentence::text).toList();
        }
    }

    private static final Pattern NAME = Pattern.compile("(?<=[a-z,] )[A-Z][A-Za-z0-9]+(?: [A-Z][A-Za-z0-9]+)*");

    private final Map<SourceRef, Source> sources = new LinkedHashMap<>();
    private final List<String> names;

    public Corpus(Collection<Source> sources) {
        sources.forEach(source -> this.sources.put(source.ref(), source));
        var found = new LinkedHashSet<String>();
        sources.stream()
                .flatMap(source -> source.sentences().stream())
                .forEach(sentence -> found.addAll(namesIn(sentence)));
        this.names = List.copyOf(found);
    }

    public List<Source> sources() {
        return List.copyOf(sources.values());
    }

    Source source(SourceRef ref) {
        Source found = sources.get(ref);
        if (found == null) {
            throw new IllegalArgumentException("no such source: " + ref);
        }
        return found;
    }

    /** Any source but this one. */
    Source another(SourceRef ref, Random random) {
        var others = sources.values().stream()
                .filter(source -> !source.ref().equals(ref))
                .toList();
        return others.isEmpty() ? source(ref) : others.get(random.nextInt(others.size()));
    }

    List<String> names() {
        return names;
    }

    static List<String> namesIn(String sentence) {
        var found = new ArrayList<String>();
        NAME.matcher(sentence).results().forEach(match -> found.add(match.group()));
        return found;
    }
}
