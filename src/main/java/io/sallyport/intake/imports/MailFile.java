package io.sallyport.intake.imports;

import io.sallyport.casefile.ChainHash;
import io.sallyport.intake.mail.Mail;
import io.sallyport.intake.mail.MailReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that is one mail. */
final class MailFile implements ImportFile {

    private final Path file;
    private final int largest;
    private boolean isRead;

    MailFile(Path file, int largest) {
        this.file = file;
        this.largest = largest;
    }

    @Override
    public Optional<Found> next() throws IOException {
        if (isRead) {
            return Optional.empty();
        }
        isRead = true;
        long size = Files.size(file);
        return Optional.of(size > largest ? tooLarge(1, size, largest) : letter(1, Files.readAllBytes(file)));
    }

    static Found tooLarge(long line, long size, int largest) {
        return new Found.Bad(line, "a mail of " + size + " bytes; at most " + largest + " are read");
    }

    static Found letter(long line, byte[] raw) {
        Mail mail = MailReader.read(raw);
        boolean isMail = !mail.from().isEmpty()
                || !mail.subject().isEmpty()
                || !mail.messageId().isEmpty();
        return isMail
                ? new Found.Letter(line, key(raw), mail)
                : new Found.Bad(line, "no mail: it has neither sender nor subject nor Message-ID");
    }

    private static String key(byte[] raw) {
        return ChainHash.of(new String(raw, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {}
}
