package io.sallyport.intake.imports;

import io.sallyport.intake.mail.MboxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The mails of an mbox. */
final class MailboxFile implements ImportFile {

    private static final String SEPARATOR = "a line such as \"From jo@example.org Tue Mar  4 10:12:00 2025\"";

    private final Path file;
    private final MboxFile mails;
    private final int largest;
    private Optional<Found> held = Optional.empty();
    private boolean isBegun;

    MailboxFile(Path file, int largest) throws IOException {
        this.file = file;
        this.mails = new MboxFile(Files.newInputStream(file), largest);
        this.largest = largest;
    }

    /** @throws IllegalArgumentException when the file is not empty and holds no mail */
    @Override
    public Optional<Found> next() throws IOException {
        if (held.isPresent()) {
            Optional<Found> next = held;
            held = Optional.empty();
            return next;
        }
        Optional<Found> next = mails.next().map(this::read);
        return isBegun ? next : first(next);
    }

    /** What stands above the first mail is reported, and that mail comes next. */
    private Optional<Found> first(Optional<Found> mail) throws IOException {
        isBegun = true;
        if (mail.isEmpty() && Files.size(file) > 0) {
            throw new IllegalArgumentException(file + ":1: no mail in it: in an mbox " + SEPARATOR
                    + " stands above each; if the file is one mail, say --format eml");
        }
        if (mail.isEmpty() || mails.strayLine().isEmpty()) {
            return mail;
        }
        held = mail;
        return mails.strayLine()
                .map(line -> new Found.Bad(
                        line, "text above the first mail; if it is a mail, " + SEPARATOR + " belongs above it"));
    }

    private Found read(MboxFile.Entry entry) {
        return entry.raw()
                .map(raw -> MailFile.letter(entry.line(), raw))
                .orElseGet(() -> MailFile.tooLarge(entry.line(), entry.bytes(), largest));
    }

    @Override
    public void close() throws IOException {
        mails.close();
    }
}
