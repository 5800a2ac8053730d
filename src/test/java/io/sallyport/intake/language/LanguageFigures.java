package io.sallyport.intake.language;

import io.sallyport.text.LanguageDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.ObjectMapper;

/** Counts how often English messages come out as English: {@code LanguageFigures FILE.jsonl…}. */
final class LanguageFigures {

    private LanguageFigures() {}

    public static void main(String[] files) throws IOException {
        var detector = BlendedLanguageDetector.load();
        var mapper = new ObjectMapper();
        for (String file : files) {
            int all = 0;
            int english = 0;
            var wrong = new StringBuilder();
            long start = System.nanoTime();
            for (String line : Files.readAllLines(Path.of(file))) {
                boolean tsv = file.endsWith(".tsv");
                String text = tsv
                        ? line.split("\t", -1)[1]
                        : mapper.readTree(line).get("text").asString();
                String expected = tsv ? line.split("\t", -1)[0] : "en";
                LanguageDetector.Language found = detector.detect(text);
                all++;
                if (found.code().equals(expected)) {
                    english++;
                } else if (wrong.length() < 4_000) {
                    wrong.append("  ")
                            .append(expected)
                            .append(" -> ")
                            .append(found)
                            .append(": ")
                            .append(text)
                            .append('\n');
                }
            }
            System.out.printf(
                    "%s n=%d right=%.4f ms=%.3f%n%s",
                    file, all, (double) english / all, (System.nanoTime() - start) / 1e6 / all, wrong);
        }
    }
}
