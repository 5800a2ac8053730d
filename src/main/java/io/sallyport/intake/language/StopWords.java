package io.sallyport.intake.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which language's frequent words a text uses. A word of several languages counts the less for each. */
final class StopWords {

    private static final String FILE = "stop-words.txt";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(['’][\\p{L}\\p{M}]+)?");

    private final Map<String, List<String>> languagesByWord = new HashMap<>();

    private StopWords() {}

    static StopWords read() {
        var words = new StopWords();
        try (InputStream in = StopWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the build");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + FILE, e);
        }
        return words;
    }

    private void add(String line) {
        String[] words = line.split(" ", -1);
        for (int i = 1; i < words.length; i++) {
            languagesByWord.computeIfAbsent(words[i], _ -> new ArrayList<>()).add(words[0]);
        }
    }

    static List<String> wordsOf(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .results()
                .map(found -> found.group())
                .toList();
    }

    /** Words with letters beyond a to z; those that begin with a capital may be names, in any language. */
    static long countForeign(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(word -> Character.isLowerCase(word.charAt(0)))
                .filter(word -> word.chars().anyMatch(letter -> letter > 127 && letter != '’'))
                .count();
    }

    /** Language to evidence: each frequent word gives one, shared among the languages that have it. */
    Map<String, Double> evidence(List<String> words) {
        Map<String, Double> evidence = new HashMap<>();
        for (String word : words) {
            List<String> languages = languagesByWord.getOrDefault(word, List.of());
            for (String language : languages) {
                evidence.merge(language, 1.0 / languages.size(), Double::sum);
            }
        }
        return evidence;
    }
}
