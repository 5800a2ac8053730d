package io.sallyport.action;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sallyport.action.Argument.Origin;
import io.sallyport.action.Definition.Details;
import io.sallyport.action.Definition.Money;
import io.sallyport.action.Definition.Newer;
import io.sallyport.action.Definition.Plausible;
import io.sallyport.action.Definition.Risk;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.ChainHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One file of the catalogue: checked against {@code schemas/action.schema.json} and then for what a schema cannot say. */
final class CatalogueFile {

    static final Pattern FIELD = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

    private static final String RESOURCE = "/schemas/action.schema.json";
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Schema SCHEMA = load();

    private final YamlFile file;
    private final JsonNode data;

    private CatalogueFile(YamlFile file) {
        this.file = file;
        this.data = file.data();
    }

    /** @throws CatalogueFault naming file, line and what to do */
    static Definition read(String name, String text) {
        var file = new CatalogueFile(YamlFile.read(name, text));
        file.check();
        return file.definition(ChainHash.of(text));
    }

    private void check() {
        List<Error> errors = SCHEMA.validate(data.toString(), InputFormat.JSON);
        if (!errors.isEmpty()) {
            Error first = errors.getFirst();
            String at = first.getInstanceLocation().toString();
            throw fault(
                    at,
                    "has at " + (at.isEmpty() ? "its top" : at) + ": " + first.getMessage(),
                    "write it as schemas/action.schema.json says");
        }
        Set<String> named = names("/arguments/properties");
        Set<String> placed = names("/from");
        named.stream().filter(each -> !placed.contains(each)).findFirst().ifPresent(each -> {
            throw fault(
                    "/arguments/properties/" + each,
                    "does not say where the argument '" + each + "' stands",
                    "add it under 'from' as kind.field");
        });
        placed.stream().filter(each -> !named.contains(each)).findFirst().ifPresent(each -> {
            throw fault(
                    "/from/" + each,
                    "has '" + each + "' under 'from', which is no argument",
                    "add it to 'arguments' or take it away");
        });
        var confirmed = new HashSet<>(named);
        confirmed.addAll(words("confirms"));
        checkReceipt(confirmed);
        EntryCheck.check(file);
    }

    private void checkReceipt(Set<String> named) {
        for (int i = 0; i < data.path("receipt").size(); i++) {
            String sentence = data.path("receipt").get(i).asString();
            var fields = FIELD.matcher(sentence);
            while (fields.find()) {
                if (!named.contains(fields.group(1))) {
                    throw fault(
                            "/receipt/" + i,
                            "promises {" + fields.group(1) + "}, which nobody confirms",
                            "name it under 'confirms' or use one of "
                                    + named.stream().sorted().toList());
                }
            }
            if (FIELD.matcher(sentence).replaceAll("").matches(".*[{}].*")) {
                throw fault("/receipt/" + i, "has a brace that opens no field", "write {field}");
            }
        }
    }

    private Definition definition(String hash) {
        var money = data.has("money")
                ? Optional.of(new Money(text("money", "amount"), text("money", "currency")))
                : Optional.<Money>empty();
        var details = new Details(
                data.path("title").asString(),
                data.path("does").asString(),
                words("about"),
                words("wishes"),
                words("phrases"),
                Set.copyOf(words("includes")),
                arguments(),
                money,
                each("plausible", this::plausible),
                each("must", CatalogueFile::values),
                data.has("dated-by") ? Optional.of(data.path("dated-by").asString()) : Optional.empty(),
                Set.copyOf(words("reads")),
                data.path("undone").asString(),
                Risk.valueOf(data.path("risk").asString().toUpperCase(Locale.ROOT)),
                words("reasons"),
                words("receipt"),
                file.name());
        return new Definition(
                data.path("name").asString(),
                hash,
                data.path("carried-out-by").asString(),
                data.path("looked-up").asString(),
                Assurance.valueOf(data.path("assurance").asString().toUpperCase(Locale.ROOT)),
                data.path("undone").asString().equals("by-undo"),
                details);
    }

    private Arguments arguments() {
        JsonNode schema = data.path("arguments");
        names("/asked-as").stream()
                .filter(name -> !schema.path("properties").has(name))
                .findFirst()
                .ifPresent(name -> {
                    throw fault(
                            "/asked-as/" + name,
                            "has '" + name + "' under 'asked-as', which is no argument",
                            "use a name of 'arguments' or take it away");
                });
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        boolean hasVariants = schema.has("oneOf");
        var all = new ArrayList<Argument>();
        schema.path("properties").propertyNames().forEach(name -> {
            JsonNode from = data.path("from").path(name);
            List<Origin> origins =
                    from.isArray() ? from.valueStream().map(this::origin).toList() : List.of(origin(from));
            all.add(new Argument(name, origins, required.contains(name) || hasVariants, askedAs(name)));
        });
        Set<String> whole = schema.path("properties")
                .propertyStream()
                .filter(property ->
                        property.getValue().path("type").asString("").equals("integer"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        try {
            return new Arguments(schema.toString(), all, whole);
        } catch (RuntimeException unusable) {
            throw fault("/arguments", "has a schema that cannot be used: " + unusable.getMessage(), "mend it");
        }
    }

    private Optional<String> askedAs(String name) {
        return Optional.of(data.path("asked-as").path(name))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    private Origin origin(JsonNode written) {
        if (written.has("one-of")) {
            boolean isAbove = written.has("above");
            String than = written.path(isAbove ? "above" : "below").asString("");
            return new Origin.Choice(
                    than.isEmpty() ? "" : kind(than),
                    written.path("one-of").valueStream().map(JsonNode::asString).toList(),
                    than.isEmpty() ? Optional.empty() : Optional.of(than.substring(than.indexOf('.') + 1)),
                    isAbove);
        }
        boolean chooses = written.has("choose");
        List<String> path = parts(chooses ? written.path("choose").asString() : written.asString());
        if (chooses && path.size() != 3) {
            throw fault("/from", "has 'choose' without a list", "write it as kind.list.field");
        }
        Optional<String> otherThan = written.has("other-than")
                ? Optional.of(parts(written.path("other-than").asString()).get(1))
                : Optional.empty();
        return path.size() == 2
                ? new Origin.Field(path.get(0), path.get(1))
                : new Origin.Part(path.get(0), path.get(1), path.get(2), chooses, otherThan);
    }

    private static List<String> parts(String path) {
        return List.of(DOT.split(path, -1));
    }

    private static String kind(String path) {
        return path.substring(0, path.indexOf('.'));
    }

    private Plausible plausible(JsonNode written) {
        JsonNode newer = written.path("newer");
        return new Plausible(
                values(written.path("fields")),
                newer.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new Newer(
                                newer.path("field").asString(),
                                newer.path("days").asInt())));
    }

    private static Map<String, Set<String>> values(JsonNode written) {
        return written.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue()
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.toSet())));
    }

    private <T> Map<String, T> each(String key, Function<JsonNode, T> read) {
        var all = new LinkedHashMap<String, T>();
        data.path(key).propertyStream().forEach(entry -> all.put(entry.getKey(), read.apply(entry.getValue())));
        return all;
    }

    private List<String> words(String key) {
        return data.path(key).valueStream().map(JsonNode::asString).toList();
    }

    private String text(String key, String below) {
        return data.path(key).path(below).asString();
    }

    private Set<String> names(String pointer) {
        return data.at(pointer).propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private CatalogueFault fault(String pointer, String what, String remedy) {
        return new CatalogueFault(file.name(), file.line(pointer), what, remedy);
    }

    private static Schema load() {
        try (InputStream in = CatalogueFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + RESOURCE);
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException broken) {
            throw new UncheckedIOException("while reading " + RESOURCE, broken);
        }
    }
}
