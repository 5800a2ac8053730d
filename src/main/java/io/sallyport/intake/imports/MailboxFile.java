package io.sallyport.intake.imports;

import io.sallyport.intake.mail.MboxFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The mails of an mbox. */
final class MailboxFile implements ImportFile {

    private final MboxFile mails;
    private final int largest;

    MailboxFile(InputStream in, int largest) {
        this.mails = new MboxFile(in, largest);
        this.largest = largest;
    }

    @Override
    public Optional<Found> next() throws IOException {
        return mails.next().map(this::read);
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
