package io.sallyport.action;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every action that this desk may plan. Immutable. */
public final class Catalogue {

    /** For a desk without an action lane. */
    public static final Catalogue EMPTY = new Catalogue(List.of());

    private static final String SHIPPED = "classpath:/actions/*.yaml";

    private final Map<String, Definition> definitions;

    /** @throws CatalogueFault when two have the same name, or one includes what there is not */
    public Catalogue(List<Definition> definitions) {
        var byName = new TreeMap<String, Definition>();
        for (Definition definition : definitions) {
            Definition other = byName.put(definition.name(), definition);
            if (other != null) {
                throw new CatalogueFault(
                        definition.details().file(),
                        1,
                        "describes '" + definition.name() + "' as "
                                + other.details().file() + " does",
                        "give it another name");
            }
        }
        definitions.forEach(each -> each.details().includes().stream()
                .filter(name -> !byName.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new CatalogueFault(
                            each.details().file(), 1, "includes '" + name + "', which there is not", "take it away");
                }));
        this.definitions = byName;
    }

    /** Those that come with the program. */
    public static Catalogue shipped() {
        return new Catalogue(readShipped());
    }

    /**
     * Those that come with the program and a company's own.
     *
     * @throws CatalogueFault naming the file, the line and what to do
     */
    public static Catalogue with(Path folder) {
        var all = new ArrayList<>(readShipped());
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .map(Catalogue::read)
                    .forEach(all::add);
        } catch (IOException unreadable) {
            throw new CatalogueFault(
                    folder.toString(), 1, "cannot be read: " + unreadable, "set sallyport.actions.dir to a folder");
        }
        return new Catalogue(all);
    }

    private static Definition read(Path file) {
        try {
            return CatalogueFile.read(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new CatalogueFault(file.toString(), 1, "cannot be read: " + unreadable, "make it readable");
        }
    }

    private static List<Definition> readShipped() {
        try {
            var read = new ArrayList<Definition>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                read.add(CatalogueFile.read(
                        "actions/" + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            read.sort(Comparator.comparing(Definition::name));
            return read;
        } catch (IOException broken) {
            throw new UncheckedIOException("while reading " + SHIPPED, broken);
        }
    }

    /** @throws CatalogueFault when a company's phrase cannot be read */
    public void checkPhrases() {
        new Wishes(all());
    }

    /**
     * Looks at a company's own entries.
     *
     * @param whyNot what an entry lacks around it, and what to do; empty when nothing
     * @throws CatalogueFault naming the first file that lacks something
     */
    public void checkOwn(Function<Definition, Optional<String>> whyNot) {
        Set<String> shipped = shipped().definitions.keySet();
        all().stream()
                .filter(each -> !shipped.contains(each.name()))
                .forEach(each -> whyNot.apply(each).ifPresent(why -> {
                    throw new CatalogueFault(each.details().file(), 1, why);
                }));
    }

    /** By name. */
    public List<Definition> all() {
        return List.copyOf(definitions.values());
    }

    public Optional<Definition> find(String action) {
        return Optional.ofNullable(definitions.get(action));
    }

    /** The entry that a plan was made by; empty when it is gone or has changed since. */
    public Optional<Definition> findFor(ActionPlan plan) {
        return find(plan.action()).filter(found -> found.hash().equals(plan.definition()));
    }

    /** What a reply may say of an action, from what the other side confirmed. */
    public Receipt receipt(ActionPlan plan, String effectId, Map<String, String> confirmed, Instant at) {
        List<String> sentences = find(plan.action())
                .map(found -> ReceiptText.sentences(found.details(), confirmed))
                .orElse(List.of());
        return new Receipt(effectId, plan.action(), sentences, confirmed, at);
    }
}
