package io.sallyport.intake.screening;

import io.sallyport.casefile.Screening.Automatic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the cues from {@code automatic-mail.tsv}: kind, weight, where, regular expression. */
final class CueList {

    private static final String FILE = "automatic-mail.tsv";

    private CueList() {}

    static List<Cue> read() {
        try (InputStream in = CueList.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(CueList::cue)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + FILE, e);
        }
    }

    private static Cue cue(String line) {
        String[] cells = line.split("\t", 4);
        if (cells.length < 4) {
            throw new IllegalStateException(FILE + ": not four cells: " + line);
        }
        return new Cue(
                Automatic.valueOf(cells[0]),
                Integer.parseInt(cells[1]),
                Cue.Where.valueOf(cells[2]),
                Pattern.compile(cells[3], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE));
    }
}
