package io.sallyport.knowledge;

import io.sallyport.model.Embedder;
import io.sallyport.platform.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where one node keeps its index of one database; whatever is wrong with it, it can be made again. */
final class IndexFolder {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

    /** Raised when entries change, so that an older version's index is not read. */
    private static final String FORMAT = "2";

    private IndexFolder() {}

    /**
     * The index of this database under this folder. While another process on this machine holds it, such as the server
     * while a command runs, an index in memory takes its place.
     */
    static PassageIndex open(Path folder, String database, Embedder embedder, PassageVectors vectors) {
        var here = folder.resolve(database).resolve(FORMAT);
        try {
            makeForOwnerOnly(folder);
            return openOrMakeAgain(here, embedder, vectors);
        } catch (LockObtainFailedException _) {
            LOG.info("Search index is in use by another process, using one in memory folder={}", here);
            return inMemory(embedder, vectors);
        } catch (IOException e) {
            throw new UncheckedIOException("opening the search index in " + here, e);
        }
    }

    /** Articles for colleagues alone are in it, as they are in the database, which nobody else on this machine can read. */
    private static void makeForOwnerOnly(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, OwnerOnly.DIRECTORY);
        }
    }

    static PassageIndex inMemory(Embedder embedder, PassageVectors vectors) {
        try {
            return PassageIndex.open(new ByteBuffersDirectory(), embedder, vectors);
        } catch (IOException e) {
            throw new UncheckedIOException("making a search index in memory", e);
        }
    }

    private static PassageIndex openOrMakeAgain(Path here, Embedder embedder, PassageVectors vectors)
            throws IOException {
        try {
            return PassageIndex.open(FSDirectory.open(here), embedder, vectors);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("Search index cannot be read, making it again folder={} why={}", here, e.getMessage());
            delete(here);
            return PassageIndex.open(FSDirectory.open(here), embedder, vectors);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
