package io.sallyport.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MboxFileTest {

    @Test
    void tellsMailsApartAndUndoesTheEscape() throws IOException {
        List<MboxFile.Entry> mails = read("""
                From a@b.example Tue Mar  4 10:12:00 2025
                Subject: one

                first
                >From here on it is quoted

                From the shop I got nothing.

                From - Tue Mar  4 11:12:00 2025
                Subject: two

                second
                """, 10_000);

        assertThat(mails).hasSize(2);
        assertThat(text(mails.get(0))).contains("From here on it is quoted", "From the shop");
        assertThat(MailReader.read(mails.get(1).raw().orElseThrow()).subject()).isEqualTo("two");
        assertThat(mails).extracting(MboxFile.Entry::line).containsExactly(1L, 9L);
    }

    @Test
    void skipsAMailOverTheLimitAndGoesOn() throws IOException {
        List<MboxFile.Entry> mails = read("From a 10:12\n\n" + "x".repeat(500) + "\n\nFrom b 10:13\n\nshort\n", 100);

        assertThat(mails).extracting(entry -> entry.raw().isPresent()).containsExactly(false, true);
        assertThat(mails.getFirst().bytes()).isGreaterThan(500);
    }

    @Test
    void findsNothingInSomethingElse() throws IOException {
        assertThat(read("a,b,c\n1,2,3\n", 100)).isEmpty();
        assertThat(read("", 100)).isEmpty();
    }

    private static List<MboxFile.Entry> read(String file, int limit) throws IOException {
        var entries = new ArrayList<MboxFile.Entry>();
        try (var mbox = new MboxFile(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), limit)) {
            for (Optional<MboxFile.Entry> entry = mbox.next(); entry.isPresent(); entry = mbox.next()) {
                entries.add(entry.get());
            }
        }
        return entries;
    }

    private static String text(MboxFile.Entry entry) {
        return new String(entry.raw().orElseThrow(), StandardCharsets.UTF_8);
    }
}
