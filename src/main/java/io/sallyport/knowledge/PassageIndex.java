package io.sallyport.knowledge;

import io.sallyport.model.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** One node's Lucene index of every article's current passages. Safe to share between threads. */
final class PassageIndex implements AutoCloseable {

    /** Articles between two commits: a crash while indexing costs at most these. */
    private static final int COMMIT_EVERY = 100;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final VectorSource vectors;
    private final Map<String, String> stamps = new HashMap<>();

    private PassageIndex(Directory directory, IndexWriter writer, VectorSource vectors) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.vectors = vectors;
        this.searchers = new SearcherManager(writer, null);
        readStamps();
    }

    /** Closes the directory with itself, or when it cannot be opened. */
    static PassageIndex open(Directory directory, Embedder embedder, PassageVectors known) throws IOException {
        try {
            return open(directory, new VectorSource(embedder, known));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static PassageIndex open(Directory directory, VectorSource vectors) throws IOException {
        var writer = new IndexWriter(directory, new IndexWriterConfig(EnglishText.ANALYZER));
        try {
            return new PassageIndex(directory, writer, vectors);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private void readStamps() throws IOException {
        try (var reader = DirectoryReader.open(writer)) {
            for (var leaf : reader.leaves()) {
                var live = leaf.reader().getLiveDocs();
                var stored = leaf.reader().storedFields();
                for (var number = 0; number < leaf.reader().maxDoc(); number++) {
                    if (isLive(live, number)) {
                        var document = stored.document(number);
                        stamps.put(document.get(PassageEntry.SLUG), document.get(PassageEntry.STAMP));
                    }
                }
            }
        }
    }

    private static boolean isLive(@Nullable Bits live, int number) {
        return live == null || live.get(number);
    }

    /** Brings the index level with the store; does nothing when it already is. */
    synchronized void refresh(ArticleStore store, Progress progress) {
        try {
            var wanted = store.stamps();
            var gone = new HashSet<>(stamps.keySet());
            gone.removeAll(wanted.keySet());
            for (var slug : gone) {
                writer.deleteDocuments(new Term(PassageEntry.SLUG, slug));
                stamps.remove(slug);
            }
            var changed = wanted.entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(stamps.get(entry.getKey())))
                    .sorted(Map.Entry.comparingByKey())
                    .toList();
            for (var i = 0; i < changed.size(); i++) {
                put(store, changed.get(i).getKey(), changed.get(i).getValue());
                progress.at("indexing", i + 1, changed.size());
                if ((i + 1) % COMMIT_EVERY == 0) {
                    writer.commit();
                }
            }
            if (!gone.isEmpty() || !changed.isEmpty()) {
                writer.commit();
                searchers.maybeRefreshBlocking();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing the search index", e);
        }
    }

    private void put(ArticleStore store, String slug, String stamp) throws IOException {
        var article = store.find(slug);
        var revision = article.flatMap(found -> store.findRevision(found.ref()));
        if (revision.isPresent()) {
            writer.updateDocuments(
                    new Term(PassageEntry.SLUG, slug), documents(article.orElseThrow(), revision.orElseThrow(), stamp));
            stamps.put(slug, stamp);
        }
    }

    private List<Document> documents(Article article, Revision revision, String stamp) {
        var entries = revision.sections().stream()
                .map(section -> PassageEntry.of(article, section))
                .toList();
        var title = vectors.of(List.of(article.title())).getFirst();
        var meanings = vectors.of(entries.stream().map(PassageEntry::meaning).toList());
        var documents = new ArrayList<Document>();
        for (var i = 0; i < entries.size(); i++) {
            documents.add(entries.get(i).document(article, stamp, meanings.get(i), title));
        }
        return documents;
    }

    <T> T search(Function<IndexSearcher, T> search) {
        try {
            var searcher = searchers.acquire();
            try {
                return search.apply(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the search index", e);
        }
    }

    @Override
    public synchronized void close() {
        try (directory;
                writer;
                searchers) {
            stamps.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the search index", e);
        }
    }
}
