package io.sallyport.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The server's password, made once and readable by its owner alone. */
final class Password {
    private static final int BYTES = 24;

    private Password() {}

    static void makeIn(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
    }

    static String readFrom(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The database's password file " + file
                            + " cannot be read; without it the data beside it stays shut.",
                    e);
        }
    }
}
