package io.sallyport.knowledge;

import io.sallyport.knowledge.markdown.Problem;
import java.util.List;

/**
 * What an import came to, file by file.
 *
 * @param skipped files that are no articles, such as a README
 * @param absent slugs the store has, not withdrawn, and this import did not bring
 */
public record ImportReport(
        List<Taken> taken,
        List<Rejected> rejected,
        List<Held> held,
        List<String> notes,
        List<String> skipped,
        List<String> absent) {

    public record Taken(String file, ArticleStore.Change change, Article article) {}

    public record Rejected(String file, Problem problem) {}

    /** An earlier import's article that is not quoted any more, as its file was rejected. */
    public record Held(String file, Article article) {}

    public ImportReport {
        taken = List.copyOf(taken);
        rejected = List.copyOf(rejected);
        held = List.copyOf(held);
        notes = List.copyOf(notes);
        skipped = List.copyOf(skipped);
        absent = List.copyOf(absent);
    }

    public long count(ArticleStore.Change change) {
        return taken.stream().filter(one -> one.change() == change).count();
    }

    /** Files of which at least one line was refused. */
    public long countRejected() {
        return rejected.stream().map(Rejected::file).distinct().count();
    }
}
