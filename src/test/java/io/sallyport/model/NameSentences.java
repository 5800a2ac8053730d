package io.sallyport.model;

import io.sallyport.text.Lexicon;
import io.sallyport.text.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Sentences of ours with names filled in. */
final class NameSentences {

    private static final Pattern SLOT =
            Pattern.compile("\\{(full|first|last|honor|city|country|tongue|company|day|month)}");
    private static final List<String> HONORS = List.of(
            "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Dr.", "Dr", "Prof.", "Herr", "Frau", "Madame", "Señor");
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> TRADES = List.of(
            "Logistics",
            "Foods",
            "Systems",
            "Bank",
            "Insurance",
            "Media",
            "Labs",
            "Energy",
            "Group",
            "Partners",
            "Solutions",
            "Research",
            "Data",
            "Health",
            "Credit",
            "Market",
            "Cloud",
            "Net",
            "Works",
            "Design",
            "Software",
            "Capital");
    private static final List<String> FORMS =
            List.of("", "", " Inc", " Inc.", " Ltd", " LLC", " GmbH", " & Sons", " AB", " S.A.");

    private final NameLists lists;
    private final SplittableRandom random;

    NameSentences(NameLists lists, SplittableRandom random) {
        this.lists = lists;
        this.random = random;
    }

    /** @param names where persons' names stand; {@code open} is of neither kind and not learned from */
    record Sentence(String text, List<TextSpan> names, List<TextSpan> open) {}

    static List<String> templates() {
        return Lexicon.lines("/privacy/name-sentences.txt").stream()
                .map(line -> line.replace("\\n", "\n"))
                .toList();
    }

    Sentence fill(String template) {
        var text = new StringBuilder();
        var names = new ArrayList<TextSpan>();
        var open = new ArrayList<TextSpan>();
        var matcher = SLOT.matcher(template);
        int at = 0;
        while (matcher.find()) {
            text.append(template, at, matcher.start());
            int from = text.length();
            text.append(value(matcher.group(1)));
            var span = new TextSpan(from, text.length());
            switch (matcher.group(1)) {
                case "full", "first", "last" -> names.add(span);
                case "company", "honor" -> open.add(span);
                default -> {}
            }
            at = matcher.end();
        }
        return written(new Sentence(text.append(template.substring(at)).toString(), names, open));
    }

    /** As hurried people write: one in eight all in small letters, one in forty all in large ones. */
    private Sentence written(Sentence sentence) {
        var changed = switch (random.nextInt(40)) {
            case 0 -> sentence.text().toUpperCase(Locale.ROOT);
            case 1, 2, 3, 4, 5 -> sentence.text().toLowerCase(Locale.ROOT);
            default -> sentence.text();
        };
        return changed.length() == sentence.text().length()
                ? new Sentence(changed, sentence.names(), sentence.open())
                : sentence;
    }

    private String value(String slot) {
        int country = random.nextInt(lists.countries());
        return switch (slot) {
            case "full" -> full(country);
            case "first" -> lists.first(country, random);
            case "last" -> lists.last(country, random);
            case "honor" -> one(HONORS);
            case "city" -> random.nextInt(8) == 0 ? one(lists.cities).toUpperCase(Locale.ROOT) : one(lists.cities);
            case "country" -> one(List.of(Locale.getISOCountries()), code -> Locale.of("", code));
            case "tongue" -> Locale.of(one(List.of(Locale.getISOLanguages()))).getDisplayLanguage(Locale.ENGLISH);
            case "company" -> company(country);
            case "day" -> one(DAYS);
            default -> one(MONTHS);
        };
    }

    private static String one(List<String> codes, Function<String, Locale> locale, SplittableRandom random) {
        return locale.apply(codes.get(random.nextInt(codes.size()))).getDisplayCountry(Locale.ENGLISH);
    }

    private String one(List<String> codes, Function<String, Locale> locale) {
        return one(codes, locale, random);
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String full(int country) {
        var first = lists.first(country, random);
        var last = lists.last(country, random);
        var initial = (char) ('A' + random.nextInt(26));
        return switch (random.nextInt(14)) {
            case 0 -> first + " " + initial + ". " + last;
            case 1 -> first + " " + initial + " " + last;
            case 2 -> first + " " + last + "-" + lists.last(country, random);
            case 3 -> initial + ". " + last;
            case 4 -> first + " " + lists.first(country, random) + " " + last;
            case 5 -> first + " " + last + " " + lists.last(country, random);
            default -> first + " " + last;
        };
    }

    private String company(int country) {
        return switch (random.nextInt(4)) {
            case 0 -> lists.last(country, random) + one(List.of(" Inc", " Ltd", " LLC", " & Co", " GmbH", " Group"));
            case 1 -> lists.last(country, random) + " " + one(TRADES) + one(FORMS);
            case 2 -> one(TRADES) + one(TRADES).toLowerCase(Locale.ROOT) + one(FORMS);
            default -> one(TRADES) + " " + one(TRADES) + one(FORMS);
        };
    }
}
