package io.sallyport.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The reviewed words of one language for handing a case to people: {@code casefile/hand-over/LANGUAGE.properties}. */
record HandOverWords(String language, Map<String, String> lines) {

    static final String ENGLISH = "en";

    /** ISO 639-1 codes. */
    static final Set<String> LANGUAGES =
            Set.of(ENGLISH, "da", "de", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv", "tr", "zh");

    private static final int SAFETY_LINES = 3;

    private static final Map<String, HandOverWords> READ = new ConcurrentHashMap<>();

    static HandOverWords in(String language) {
        return READ.computeIfAbsent(language, HandOverWords::read);
    }

    private static HandOverWords read(String language) {
        String resource = "/casefile/hand-over/" + language + ".properties";
        try (InputStream in = HandOverWords.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("words missing from the jar: " + resource);
            }
            var lines = new Properties();
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new HandOverWords(
                    language,
                    lines.stringPropertyNames().stream()
                            .collect(Collectors.toUnmodifiableMap(key -> key, lines::getProperty)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + resource, unreadable);
        }
    }

    /** @throws IllegalStateException when the language's file does not have it */
    String line(String key) {
        String line = lines.get(key);
        if (line == null) {
            throw new IllegalStateException("the hand-over's words in '" + language + "' lack '" + key + "'");
        }
        return line;
    }

    /** What gets this part from the customer. */
    String question(PacketPart part) {
        return line("ask." + part.path());
    }

    /** The entry's own line, or the one for all. */
    private String lineFor(String key, String entry) {
        String own = lines.get(key + "." + entry);
        return own == null ? line(key) : own;
    }

    String with(String matter, String queue) {
        String with = line("with").replace("{team}", lineFor("team", queue));
        return with.contains("{matter}") ? with.replace("{matter}", lineFor("matter", matter)) : with;
    }

    String hear(Expectation expectation) {
        return line("hear").replace("{when}", when(expectation));
    }

    List<String> safety() {
        return IntStream.rangeClosed(1, SAFETY_LINES)
                .mapToObj(nth -> line("safety." + nth))
                .toList();
    }

    /** Such as {@code Tuesday, 3 March 2026, 17:00 (Europe/Berlin, UTC+1)}. */
    private String when(Expectation expectation) {
        ZonedDateTime at = expectation.by().atZone(expectation.zoneId());
        return DateTimeFormatter.ofPattern(line("when"), Locale.of(language)).format(at) + " " + zone(at);
    }

    private static String zone(ZonedDateTime at) {
        String name = at.getZone().getId();
        boolean isUtc = at.getOffset().getTotalSeconds() == 0 && !name.contains("/");
        return isUtc
                ? "UTC"
                : "(" + (name.contains("/") ? name + ", " : "") + "UTC"
                        + at.getOffset()
                                .getId()
                                .replaceFirst("([+-])0", "$1")
                                .replace(":00", "")
                                .replace("Z", "+0") + ")";
    }
}
