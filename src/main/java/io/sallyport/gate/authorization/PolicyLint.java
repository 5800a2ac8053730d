package io.sallyport.gate.authorization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is allowed in a set of policies and yet looks like a mistake. */
public final class PolicyLint {

    private static final Pattern CONDITION = Pattern.compile("\\b(when|unless)\\s*\\{");

    /** What ends or begins a day early, as days are counted that have begun. */
    private static final Pattern DAY_EARLY = Pattern.compile("\\w_days\\s*(<(?!=)|>=)");

    private PolicyLint() {}

    public static List<String> warnings(CedarEngine engine) {
        List<String> warnings = new ArrayList<>(engine.warnings());
        for (PolicyText policy : engine.policies()) {
            if (!policy.annotations().containsKey("reason")) {
                warnings.add(policy.place() + ": policy " + policy.id()
                        + " has no @reason: customers and people are told its id instead");
            }
            if (policy.permits() && !CONDITION.matcher(policy.source()).find()) {
                warnings.add(
                        policy.place() + ": policy " + policy.id()
                                + " permits without any limit: add a 'when' or 'unless', or make sure that others forbid enough");
            }
        }
        engine.policies().stream()
                .filter(policy -> DAY_EARLY.matcher(policy.source()).find())
                .map(policy -> policy.place() + ": policy " + policy.id()
                        + " compares days with '<' or '>=': days count once they have begun, so '<= 7' is seven days"
                        + " and '< 7' only six; write '<=' or '>'")
                .forEach(warnings::add);
        warnings.addAll(unused(engine));
        return warnings;
    }

    private static List<String> unused(CedarEngine engine) {
        String all = engine.policies().stream().map(PolicyText::source).collect(Collectors.joining("\n"));
        SchemaShape shape = engine.shape();
        List<String> unused = new ArrayList<>();
        shape.entities().forEach((type, attributes) -> {
            if (shape.actions().values().stream()
                    .noneMatch(action -> action.principals().contains(type)
                            || action.resources().contains(type))) {
                unused.add("schema: no action applies to " + type);
            }
            addUnused(unused, type, attributes, all);
        });
        shape.actions().forEach((name, action) -> {
            boolean isNamed = names(all, name) || action.groups().stream().anyMatch(group -> names(all, group));
            if (!isNamed) {
                unused.add("schema: no policy names the action " + name);
            }
        });
        shape.actions().values().stream()
                .map(SchemaShape.Action::context)
                .distinct()
                .forEach(context -> addUnused(unused, "context", context, all));
        return unused;
    }

    private static boolean names(String all, String action) {
        return all.contains("\"" + action + "\"");
    }

    private static void addUnused(
            List<String> unused, String of, Map<String, SchemaShape.Attribute> attributes, String all) {
        attributes.keySet().stream()
                .filter(name -> !Pattern.compile("(\\.|\\bhas\\s+)" + Pattern.quote(name) + "\\b")
                        .matcher(all)
                        .find())
                .forEach(name -> unused.add("schema: no policy looks at " + of + "." + name));
    }
}
