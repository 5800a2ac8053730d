package io.sallyport.gate;

import io.sallyport.text.Words;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is written large and is nobody's: days and months by their words; countries and languages only as a whole, since many a
 * person is called by a part of one ("Saint Helena"). As the JDK has them, in English and in one other language.
 */
final class PlainNames {

    private static final Map<String, PlainNames> KNOWN = new ConcurrentHashMap<>();

    private final Set<String> calendar = new HashSet<>();
    private final Set<String> places = new HashSet<>();

    private PlainNames(List<Locale> languages) {
        for (Locale language : languages) {
            // Short forms stay out: "Jan" is a person as often as a month.
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
                add(calendar, Arrays.stream(DayOfWeek.values()).map(day -> day.getDisplayName(style, language)));
                add(calendar, Arrays.stream(Month.values()).map(month -> month.getDisplayName(style, language)));
            }
            add(
                    places,
                    Arrays.stream(Locale.getISOCountries())
                            .map(code -> Locale.of("", code).getDisplayCountry(language)));
            add(
                    places,
                    Arrays.stream(Locale.getISOLanguages())
                            .map(code -> Locale.of(code).getDisplayLanguage(language)));
        }
    }

    private static void add(Collection<String> names, Stream<String> displayed) {
        displayed.map(PlainNames::normal).forEach(names::add);
    }

    /** @param language ISO 639-1 code */
    static PlainNames in(String language) {
        return KNOWN.computeIfAbsent(
                language,
                code -> new PlainNames(
                        Stream.of(Locale.ENGLISH, Locale.of(code)).distinct().toList()));
    }

    boolean hasWord(String word) {
        return calendar.contains(KnownToCustomer.bare(word));
    }

    boolean hasName(String name) {
        return places.contains(normal(name));
    }

    private static String normal(String name) {
        return Words.of(name).stream().map(KnownToCustomer::bare).collect(Collectors.joining(" "));
    }
}
