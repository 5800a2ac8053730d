package io.sallyport.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Word lists on the class path: one entry a line, {@code #} opens a comment, {@code |} separates columns. */
public final class Lexicon {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern BAR = Pattern.compile("\\s+\\|\\s+");

    private Lexicon() {}

    /** Every blank-separated word of the list. */
    public static List<String> list(String resource) {
        return lines(resource).stream()
                .flatMap(line -> Arrays.stream(SPACES.split(line)))
                .toList();
    }

    public static List<List<String>> rows(String resource) {
        return lines(resource).stream()
                .map(line -> Arrays.stream(BAR.split(line)).map(String::strip).toList())
                .toList();
    }

    public static List<String> words(String entry) {
        return List.of(SPACES.split(entry));
    }

    public static List<String> lines(String resource) {
        try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("word list missing from the jar: " + resource);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .map(line -> line.replaceAll("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the word list " + resource, e);
        }
    }
}
