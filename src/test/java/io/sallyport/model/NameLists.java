package io.sallyport.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Names of some forty countries to learn from, out of Datafaker's lists (Apache-2.0), read where its jar lies. */
final class NameLists {

    private static final List<String> LOCALES = List.of(
            "en-NZ", "en-AU", "en-IN", "en-PAK", "en-NEP", "en-UG", "en-NG", "en-ZA", "en-SG", "en-PH", "en-IE",
            "cs-CZ", "da-DK", "de", "de-AT", "el-GR", "es", "es-AR", "es-MX", "et", "fi-FI", "fr", "fr-CA", "hr", "hu",
            "id-ID", "it", "lv", "nb-NO", "nl", "no-NO", "pl", "pt", "pt-BR", "ru", "sk", "sq", "sv", "tr", "uk", "uz",
            "vi", "ca", "bg");

    private final List<List<String>> given = new ArrayList<>();
    private final List<List<String>> family = new ArrayList<>();
    final List<String> cities = new ArrayList<>();

    NameLists() {
        LOCALES.forEach(locale -> add(section(locale + ".yml", locale, "name")));
        add(section("en/name.yml", "en", "name"));
        for (var locale : LOCALES) {
            cities.addAll(plain(section(locale + ".yml", locale, "address").get("city_name")));
            cities.addAll(plain(section(locale + ".yml", locale, "address").get("city")));
        }
    }

    private void add(Map<?, ?> names) {
        var first = new LinkedHashSet<String>();
        var last = new LinkedHashSet<String>();
        names.forEach((key, list) -> {
            if (key.toString().endsWith("first_name")) {
                first.addAll(plain(list));
            } else if (key.toString().contains("last_name")) {
                last.addAll(plain(list));
            }
        });
        if (first.size() > 5 && last.size() > 5) {
            given.add(List.copyOf(first));
            family.add(List.copyOf(last));
        }
    }

    private static List<String> plain(@Nullable Object list) {
        if (!(list instanceof List<?> ones)) {
            return List.of();
        }
        return ones.stream()
                .map(Object::toString)
                .filter(one -> !one.contains("#{") && one.length() > 1 && !one.contains("."))
                .toList();
    }

    private static Map<?, ?> section(String file, String locale, String name) {
        try (var in = NameLists.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                return Map.of();
            }
            var options = new LoaderOptions();
            options.setCodePointLimit(10_000_000);
            Object node = new Yaml(options).load(in);
            for (var key : List.of(locale, "faker", name)) {
                node = node instanceof Map<?, ?> map ? map.get(key) : null;
            }
            return node instanceof Map<?, ?> map ? map : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    Set<String> allWords() {
        var all = new LinkedHashSet<String>();
        given.forEach(list -> list.forEach(name -> all.add(name.toLowerCase(Locale.ROOT))));
        family.forEach(list -> list.forEach(name -> all.add(name.toLowerCase(Locale.ROOT))));
        return all;
    }

    int countries() {
        return given.size();
    }

    String first(int country, SplittableRandom random) {
        return mixed(given.get(country), random);
    }

    String last(int country, SplittableRandom random) {
        return mixed(family.get(country), random);
    }

    /** One in six is put together from halves of two, so that the head learns what names look like and not which there are. */
    private static String mixed(List<String> names, SplittableRandom random) {
        var one = names.get(random.nextInt(names.size()));
        var other = names.get(random.nextInt(names.size()));
        if (random.nextInt(6) > 0 || one.length() < 5 || other.length() < 5) {
            return one;
        }
        return one.substring(0, one.length() / 2) + other.substring(other.length() / 2);
    }
}
