package io.sallyport.model.language;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which model plays which role here. Made once at start-up, so that a wrong setting stops it. */
public final class Models {

    public static final String EMBEDDED = "embedded";

    private final Map<Role, LanguageModel> outside = new EnumMap<>(Role.class);

    /** @throws IllegalArgumentException naming the property that is wrong and what it should be */
    public Models(ModelSettings settings, List<Vendor> vendors, Meter meter) {
        for (var role : Role.values()) {
            var name = nameFor(role, settings);
            if (!name.equals(EMBEDDED)) {
                outside.put(role, new VendorModel(role, name, connect(role, name, vendors), meter));
            }
        }
    }

    /** None: the embedded engine plays the role, without a language model. */
    public Optional<LanguageModel> find(Role role) {
        return Optional.ofNullable(outside.get(role));
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
