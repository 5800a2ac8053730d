package io.sallyport.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of what files hold. */
public final class FileHash {

    private FileHash() {}

    /** Of a file's bytes, or of the names and bytes of all files in a folder. */
    public static String of(Path place) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files(place)) {
            String head = place.relativize(file) + "\n" + Files.size(file) + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            try (InputStream in = Files.newInputStream(file);
                    var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                in.transferTo(out);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> files(Path place) throws IOException {
        try (var walk = Files.walk(place)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
