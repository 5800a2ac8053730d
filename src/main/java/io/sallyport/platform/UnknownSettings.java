package io.sallyport.platform;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Stops start-up on a {@code sallyport.*} property or {@code SALLYPORT_*} variable that nobody reads: a misspelt ceiling
 * must not silently become the default. Known are the components of every settings record and of the records in it, down to
 * single values, what our own application.yaml holds, and the variables that it mentions.
 */
class UnknownSettings implements SmartInitializingSingleton {
    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("sallyport");
    /** How Spring names the application.yaml we ship; what stands in it is known without a settings record. */
    private static final String SHIPPED = "class path resource [application.yaml]";

    private static final Pattern VARIABLE = Pattern.compile("SALLYPORT_[A-Z0-9_]+");

    private final ApplicationContext context;

    UnknownSettings(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var known = knownNames();
        var mentioned = mentionedVariables();
        var unknown = names().filter(name -> !mentioned.contains(name))
                .filter(name -> isUnknown(name, known))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            // Settings that hold a wrong value do not bind, and so are not known; their own complaint says more.
            context.getBeansWithAnnotation(ConfigurationProperties.class);
            throw new IllegalStateException("Unknown setting " + String.join(", ", unknown)
                    + ": nothing reads it; correct its name or remove it.");
        }
    }

    /** @param isOpen whether any name may follow, such as a key of a map or a number in a list */
    private record Known(ConfigurationPropertyName name, boolean isOpen) {

        /** A variable may write {@code case-limit} as CASELIMIT or CASE_LIMIT, so those are compared without separators. */
        boolean covers(ConfigurationPropertyName other, boolean isVariable) {
            return name.equals(other)
                    || (isOpen && name.isAncestorOf(other))
                    || (isVariable && (isOpen ? bare(other).startsWith(bare(name)) : bare(other).equals(bare(name))));
        }
    }

    private static boolean isUnknown(String name, Set<Known> known) {
        var variable = VARIABLE.matcher(name).matches();
        var parsed = ConfigurationPropertyName.adapt(name, variable ? '_' : '.');
        return OURS.isAncestorOf(parsed) && known.stream().noneMatch(it -> it.covers(parsed, variable));
    }

    private static String bare(ConfigurationPropertyName name) {
        return Stream.iterate(0, i -> i < name.getNumberOfElements(), i -> i + 1)
                .map(i -> name.getElement(i, Form.UNIFORM))
                .collect(Collectors.joining());
    }

    private Set<Known> knownNames() {
        return Stream.concat(
                        shippedNames(),
                        ConfigurationPropertiesBean.getAll(context).values().stream()
                                .flatMap(UnknownSettings::componentsOf))
                .collect(Collectors.toSet());
    }

    private static Stream<Known> componentsOf(ConfigurationPropertiesBean settings) {
        var annotation = settings.getAnnotation();
        var type = settings.asBindTarget().getType().resolve(Object.class);
        if (!type.isRecord() || !annotation.prefix().startsWith(OURS.toString())) {
            return Stream.empty();
        }
        return componentsOf(type, ConfigurationPropertyName.of(annotation.prefix()));
    }

    private static Stream<Known> componentsOf(Class<?> type, ConfigurationPropertyName prefix) {
        return Arrays.stream(canonicalConstructor(type).getParameters()).flatMap(component -> {
            var known = new Known(prefix.append(nameOf(component)), isOpen(component.getType()));
            // A record is a group of settings or, such as a sum of money, written as one value.
            return component.getType().isRecord()
                    ? Stream.concat(Stream.of(known), componentsOf(component.getType(), known.name()))
                    : Stream.of(known);
        });
    }

    /** Its parameters, unlike the components, keep every annotation. */
    private static Constructor<?> canonicalConstructor(Class<?> record) {
        var types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
    }

    private static String nameOf(Parameter component) {
        var given = component.getAnnotation(Name.class);
        return given == null
                ? component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)
                : given.value();
    }

    private static boolean isOpen(Class<?> type) {
        return Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type) || type.isArray();
    }

    private Stream<Known> shippedNames() {
        return sources()
                .filter(source -> source.getName().contains(SHIPPED))
                .flatMap(source -> Arrays.stream(source.getPropertyNames()))
                .filter(name -> name.startsWith(OURS + "."))
                .map(name -> new Known(ConfigurationPropertyName.of(name), false));
    }

    private Set<String> mentionedVariables() {
        return sources()
                .flatMap(source -> Arrays.stream(source.getPropertyNames()).map(source::getProperty))
                .map(String::valueOf)
                .filter(value -> value.contains("${"))
                .flatMap(value -> VARIABLE.matcher(value).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private Stream<String> names() {
        return sources()
                .flatMap(source -> Arrays.stream(source.getPropertyNames()))
                .filter(name ->
                        name.startsWith("sallyport.") || VARIABLE.matcher(name).matches());
    }

    private Stream<EnumerablePropertySource<?>> sources() {
        return ((ConfigurableEnvironment) context.getEnvironment())
                .getPropertySources().stream().<EnumerablePropertySource<?>>mapMulti((source, out) -> {
                    if (source instanceof EnumerablePropertySource<?> enumerable) {
                        out.accept(enumerable);
                    }
                });
    }
}
