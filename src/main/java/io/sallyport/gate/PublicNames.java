package io.sallyport.gate;

import io.sallyport.casefile.SourceRef;
import io.sallyport.text.Names;
import io.sallyport.text.Words;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the company's public sources call by name. That a review is long ago makes a source unfit to be quoted, not its names
 * secret. Safe to share between threads.
 */
final class PublicNames {

    /**
     * In the form of {@link KnownToCustomer#bare}.
     *
     * @param names words that are part of a name
     * @param words all, for telling whether a word that opens a sentence is a plain one
     */
    record Vocabulary(Set<String> names, Set<String> words) {}

    private final Sources sources;

    /** The words of a revision never change. */
    private final Map<SourceRef, Vocabulary> read = new ConcurrentHashMap<>();

    PublicNames(Sources sources) {
        this.sources = sources;
    }

    /** As the sources are at this moment. */
    Vocabulary now() {
        Map<SourceRef, String> titles = sources.listPublic();
        read.keySet().retainAll(titles.keySet());
        var all = new Vocabulary(new HashSet<>(), new HashSet<>());
        titles.forEach((ref, title) -> find(ref, title).ifPresent(one -> {
            all.names().addAll(one.names());
            all.words().addAll(one.words());
        }));
        return all;
    }

    private Optional<Vocabulary> find(SourceRef ref, String title) {
        Optional<Vocabulary> known = Optional.ofNullable(read.get(ref));
        if (known.isPresent()) {
            return known;
        }
        Optional<Vocabulary> found = sources.find(ref)
                .filter(source -> source.ref().equals(ref))
                .filter(source -> source.isPublic() && source.isPublished() && source.isCurrent())
                .filter(source -> source.review().isPresent())
                .map(source -> of(title + "\n\n" + source.text()));
        found.ifPresent(vocabulary -> read.put(ref, vocabulary));
        return found;
    }

    private static Vocabulary of(String text) {
        var names = new HashSet<String>();
        Names.wordsIn(text).forEach(word -> names.add(KnownToCustomer.bare(word)));
        var words = new HashSet<String>();
        Words.of(text).forEach(word -> words.add(KnownToCustomer.bare(word)));
        return new Vocabulary(names, words);
    }
}
