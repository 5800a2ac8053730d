package io.sallyport.model.language;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which model plays which role here. Made once at start-up, so that a wrong setting stops it. */
public final class Models {

    public static final String EMBEDDED = "embedded";

    private final Map<Role, ChainedModel> outside = new EnumMap<>(Role.class);

    /** @throws IllegalArgumentException naming the property that is wrong and what it should be */
    public Models(ModelSettings settings, List<Vendor> vendors, Safeguards guards) {
        for (var role : Role.values()) {
            var chain = chain(role, settings).stream()
                    .map(name -> new VendorModel(role, name, connect(role, name, vendors), guards))
                    .toList();
            if (!chain.isEmpty()) {
                outside.put(role, new ChainedModel(chain, guards));
            }
        }
    }

    /** None: the embedded engine plays the role, without a language model. */
    public Optional<LanguageModel> find(Role role) {
        return Optional.ofNullable(outside.get(role)).map(model -> new NotedModel(role, model));
    }

    /** Whether any role is played by a language model, so that somebody may have to be waited for. */
    public boolean isAnyOutside() {
        return !outside.isEmpty();
    }

    /** Each model of a role by itself, the role's own first; empty where the embedded engine plays it. */
    List<? extends LanguageModel> listEach(Role role) {
        var chain = outside.get(role);
        return chain == null ? List.of() : chain.models();
    }

    /** After the last one the embedded engine plays, so it may be said there or not. */
    private static List<String> chain(Role role, ModelSettings settings) {
        var names = Arrays.stream(nameFor(role, settings).split(",", -1))
                .map(String::strip)
                .toList();
        var chain = names.getLast().equals(EMBEDDED) ? names.subList(0, names.size() - 1) : names;
        if (new HashSet<>(chain).size() < chain.size() || chain.contains(EMBEDDED)) {
            throw new IllegalArgumentException(role.property() + " is '" + String.join(", ", names)
                    + "'; name each model once, in the order in which they are asked, " + EMBEDDED + " last");
        }
        return chain;
    }

    private static String nameFor(Role role, ModelSettings settings) {
        var chosen = settings.chosen(role);
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return settings.anthropic().apiKey().isBlank() ? EMBEDDED : "anthropic:" + defaultModel(role);
    }

    /** The small one where every ticket passes, the large one where a case has already gone wrong. */
    private static String defaultModel(Role role) {
        return switch (role) {
            case TRIAGE -> "claude-haiku-4-5";
            case SPECIALIST, VERIFIER, QA, ANALYST -> "claude-sonnet-4-6";
            case ESCALATION -> "claude-opus-4-6";
        };
    }

    private static VendorClient connect(Role role, String name, List<Vendor> vendors) {
        var colon = name.indexOf(':');
        var model = name.substring(colon + 1).strip();
        var vendor = vendors.stream()
                .filter(known -> colon > 0 && known.name().equals(name.substring(0, colon)))
                .findFirst()
                .filter(_ -> !model.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(
                        role.property() + " is '" + name + "'; write " + EMBEDDED + " or " + choices(vendors)));
        try {
            return vendor.connect(model);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(role.property() + " is '" + name + "', but " + e.getMessage(), e);
        }
    }

    private static String choices(List<Vendor> vendors) {
        return vendors.stream().map(vendor -> vendor.name() + ":MODEL").sorted().collect(Collectors.joining(", "));
    }
}
