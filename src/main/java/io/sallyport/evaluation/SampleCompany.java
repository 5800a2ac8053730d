package io.sallyport.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sample company's files. Their dates belong to the day they were written for; {@link #articlesAsOf} moves review dates so
 * that this day becomes another, else every article would grow stale on the shelf.
 */
public final class SampleCompany {

    /** The day that all dates in the samples count from. */
    public static final LocalDate WRITTEN_FOR = LocalDate.of(2026, 11, 20);

    private static final String NAME = "Harbourlight";

    private static final Pattern REVIEWED = Pattern.compile("(?m)^(reviewed: *)(\\d{4}-\\d{2}-\\d{2})");

    private final Path folder;

    private SampleCompany(Path folder) {
        this.folder = folder;
    }

    /** @throws IllegalArgumentException when the samples are not beside the program */
    public static SampleCompany find() {
        Path home = Path.of(System.getProperty("sallyport.home", ""));
        Path folder = home.resolve("samples").resolve("harbourlight");
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "the sample company is not at " + folder.toAbsolutePath() + "; run from the project's folder");
        }
        return new SampleCompany(folder);
    }

    /** What a desk of this company has set: its name, and its answered messages. */
    public Map<String, Object> settings() {
        return Map.of(
                "sallyport.gate.company", NAME,
                "sallyport.portal.company", NAME,
                "sallyport.answer.examples",
                        trainMessages().toAbsolutePath().toUri().toString());
    }

    public Path articles() {
        return folder.resolve("articles");
    }

    public Path customers() {
        return folder.resolve("customers.jsonl");
    }

    /** What the sandbox of this company holds, in the order in which it can be loaded. */
    public List<Path> records() {
        return Stream.of("accounts", "orders", "invoices", "subscriptions")
                .map(name -> folder.resolve(name + ".jsonl"))
                .toList();
    }

    /** By how many days dates of the samples are to be moved so that the day they were written for becomes another. */
    public static long daysUntil(LocalDate today) {
        return ChronoUnit.DAYS.between(WRITTEN_FOR, today);
    }

    public Path knownIssues() {
        return folder.resolve("known-issues.jsonl");
    }

    public Path trainMessages() {
        return folder.resolve("messages").resolve("train.jsonl");
    }

    public Path testMessages() {
        return folder.resolve("messages").resolve("test.jsonl");
    }

    /** Copies the articles into a folder, every review date moved by as many days as lie between. */
    public Path articlesAsOf(LocalDate today, Path into) throws IOException {
        long days = daysUntil(today);
        Files.createDirectories(into);
        List<Path> files;
        try (Stream<Path> found = Files.list(articles())) {
            files = found.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        files.forEach(file -> copy(file, into.resolve(file.getFileName()), days));
        return into;
    }

    private static void copy(Path from, Path to, long days) {
        try {
            Files.writeString(to, REVIEWED.matcher(Files.readString(from)).replaceAll(date -> moved(date, days)));
        } catch (IOException broken) {
            throw new UncheckedIOException("could not copy " + from, broken);
        }
    }

    private static String moved(MatchResult date, long days) {
        return date.group(1) + LocalDate.parse(date.group(2)).plusDays(days);
    }
}
