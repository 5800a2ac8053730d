package io.sallyport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.SallyportApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Whoever adds, renames or removes a setting, or changes its default, says so in docs/settings.md. */
class SettingsDocumentTest {

    private static final String NONE = "none";
    /** A part of a name that is the reader's to fill in: capitals in the document, a map's key in the code. */
    private static final String ANY = "*";

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(sallyport\\.[^`]+)` \\| ([^|]*) \\| ([^|]+) \\|$");
    private static final Pattern TO_FILL_IN = Pattern.compile("\\.[A-Z]+(?=\\.|$)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z_]+:(.*)}");

    /** A setting's name and its default. */
    private record Setting(String name, String standard) {}

    @Test
    void theDocumentHasEverySettingWithItsDefaultAndNoOther() throws IOException {
        Map<String, String> read = new HashMap<>();
        records().flatMap(SettingsDocumentTest::settings).forEach(one -> read.put(one.name(), one.standard()));
        shipped()
                .filter(one -> read.keySet().stream().noneMatch(name -> covers(name, one.name())))
                .forEach(one -> read.put(one.name(), one.standard()));

        assertThat(read).containsEntry("sallyport.database.connections", "20").containsKey("sallyport.var");
        assertThat(written()).containsExactlyInAnyOrderEntriesOf(read);
    }

    @Test
    void whatShipsAsAFileHasTheSameDefaultsAsTheCode() {
        Map<String, String> read = records()
                .flatMap(SettingsDocumentTest::settings)
                .collect(Collectors.toMap(Setting::name, Setting::standard));
        assertThat(shipped().filter(one -> read.containsKey(one.name())))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.standard()).as(one.name()).isEqualTo(read.get(one.name())));
    }

    private static Map<String, String> written() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs", "settings.md")))
                .results()
                .collect(Collectors.toMap(
                        row -> TO_FILL_IN.matcher(row.group(1)).replaceAll("." + ANY),
                        row -> row.group(2).strip()));
    }

    private static boolean covers(String name, String other) {
        return other.matches(Pattern.quote(name).replace(ANY, "\\E[^.]+\\Q"));
    }

    private static Stream<Class<?>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("io.sallyport").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), SettingsDocumentTest.class.getClassLoader()))
                .filter(SettingsDocumentTest::isOfTheProgram);
    }

    /** Tests have settings of their own. */
    private static boolean isOfTheProgram(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .equals(SallyportApplication.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation());
    }

    private static Stream<Setting> settings(Class<?> settings) {
        assertThat(settings.isRecord()).as(settings + " is a record").isTrue();
        String prefix = MergedAnnotations.from(settings)
                .get(ConfigurationProperties.class)
                .getString("prefix");
        return components(prefix, settings);
    }

    private static Stream<Setting> components(String prefix, Class<?> type) {
        return Arrays.stream(canonical(type).getParameters()).flatMap(part -> part(prefix + "." + nameOf(part), part));
    }

    /** The annotations of a settings record's components are on the parameters of its constructor. */
    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] parts = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> Arrays.equals(each.getParameterTypes(), parts))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Setting> part(String name, Parameter part) {
        if (part.getType() == Map.class) {
            Class<?> value = (Class<?>) ((ParameterizedType) part.getParameterizedType()).getActualTypeArguments()[1];
            return isNest(value) ? components(name + "." + ANY, value) : Stream.of(new Setting(name + "." + ANY, NONE));
        }
        return isNest(part.getType()) ? components(name, part.getType()) : Stream.of(new Setting(name, standard(part)));
    }

    /** A record with settings of its own, and none that is written as one word, such as an amount of money. */
    private static boolean isNest(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getMethods()).noneMatch(it -> it.getName().equals("valueOf"));
    }

    private static String nameOf(Parameter part) {
        return Optional.ofNullable(part.getAnnotation(Name.class))
                .map(Name::value)
                .orElseGet(() -> part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    private static String standard(Parameter part) {
        return Optional.ofNullable(part.getAnnotation(DefaultValue.class))
                .map(given -> String.join(", ", given.value()))
                .filter(text -> !text.isEmpty())
                .orElse(NONE);
    }

    private static Stream<Setting> shipped() {
        try {
            return new YamlPropertySourceLoader()
                    .load("shipped", new ClassPathResource("application.yaml")).stream()
                            .<EnumerablePropertySource<?>>map(source -> (EnumerablePropertySource<?>) source)
                            .flatMap(source -> Arrays.stream(source.getPropertyNames())
                                    .filter(name -> name.startsWith("sallyport."))
                                    .map(name -> new Setting(name, plain(String.valueOf(source.getProperty(name))))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String value) {
        String given = VARIABLE.matcher(value).replaceFirst("$1");
        return given.isEmpty() ? NONE : given;
    }
}
