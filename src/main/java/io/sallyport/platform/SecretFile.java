package io.sallyport.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A file with one secret in it that only its owner may read. */
public record SecretFile(Path path) {

    /** Replaces the secret in one move: a reader finds the old one or the new one. */
    public void write(String secret) {
        try {
            Path directory = path.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            Path fresh = Files.createTempFile(directory, path.getFileName().toString(), ".new", OwnerOnly.FILE);
            Files.writeString(fresh, secret + "\n");
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException("while writing " + path, broken);
        }
    }

    public Optional<String> find() {
        try {
            return Optional.of(Files.readString(path).strip());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException("while reading " + path, broken);
        }
    }
}
