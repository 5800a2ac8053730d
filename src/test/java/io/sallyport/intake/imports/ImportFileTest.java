package io.sallyport.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.intake.imports.ImportFile.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFileTest {

    @TempDir
    private Path folder = Path.of("");

    private List<Found> read(byte[] bytes, Format format) throws IOException {
        Path file = Files.write(folder.resolve("rows"), bytes);
        var found = new ArrayList<Found>();
        try (var rows = ImportFile.open(file, format, 1000)) {
            for (Optional<Found> row = rows.next(); row.isPresent(); row = rows.next()) {
                found.add(row.get());
            }
        }
        return found;
    }

    private static byte[] withABrokenLetter(String before, String broken, String after) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(before.getBytes(StandardCharsets.UTF_8));
        bytes.write(broken.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(after.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static String text(Found found) {
        return ((Found.Row) found).values().getOrDefault("text", "");
    }

    /** Else every "ü" of ten thousand rows would be two letters, and nobody told. */
    @Test
    void aLetterThatIsCutSpoilsItsOwnRowOnly() throws IOException {
        var rows = read(
                withABrokenLetter(
                        "{\"text\": \"Tür\"}\n{\"text\": \"Hütte\"}\n",
                        "{\"text\": \"Gr\u00fc\"}\n",
                        "{\"text\": \"Öl\"}\n"),
                Format.JSONL);
        assertThat(rows).hasSize(4);
        assertThat(List.of(text(rows.get(0)), text(rows.get(1)), text(rows.get(3))))
                .containsExactly("Tür", "Hütte", "Öl");
        assertThat(rows.get(2)).isInstanceOfSatisfying(Found.Bad.class, bad -> {
            assertThat(bad.line()).isEqualTo(3);
            assertThat(bad.why()).contains("not UTF-8");
        });
    }

    @Test
    void theSameInATable() throws IOException {
        var rows = read(withABrokenLetter("id,text\n1,Tür\n", "2,Gr\u00fc\n", "3,Öl\n"), Format.CSV);
        assertThat(rows.get(1))
                .isInstanceOfSatisfying(
                        Found.Bad.class, bad -> assertThat(bad.line()).isEqualTo(3));
        assertThat(text(rows.get(2))).isEqualTo("Öl");
    }

    @Test
    void aFileOfASpreadsheetsOwnCharsetIsReadInIt() throws IOException {
        var rows = read("id,text\n1,Tür – 5 €\n2,Öl\n".getBytes(Charset.forName("windows-1252")), Format.CSV);
        assertThat(rows).extracting(ImportFileTest::text).containsExactly("Tür – 5 €", "Öl");
    }
}
