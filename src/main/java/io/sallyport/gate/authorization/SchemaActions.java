package io.sallyport.gate.authorization;

import io.sallyport.gate.DeclaredActions;
import io.sallyport.gate.authorization.SchemaShape.Action;
import io.sallyport.gate.authorization.SchemaShape.Attribute;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The actions of a set of policies' schema. */
public final class SchemaActions implements DeclaredActions {

    private static final String ASKED = "asked";

    private final SchemaShape shape;

    public SchemaActions(CedarEngine engine) {
        this.shape = engine.shape();
    }

    @Override
    public Optional<String> whyNot(String action, List<String> about, Set<String> arguments, Set<String> reads) {
        Optional<Action> declared = shape.findAction(action).filter(found -> !found.isGroup());
        return declared.isEmpty()
                ? Optional.of("describes '" + action
                        + "', which the policies' schema does not declare, so that nothing can permit it; write into"
                        + " the .cedarschema: action \"" + action + "\" appliesTo { principal: ["
                        + Authorizer.CUSTOMER + "], resource: [" + types(about) + "], context: Circumstances };")
                : undecidable(action, declared.get(), about)
                        .or(() -> unasked(declared.get(), arguments))
                        .or(() -> ShownFields.of(shape, declared.get(), about, arguments)
                                .whyNot(reads));
    }

    private static Optional<String> undecidable(String action, Action declared, List<String> about) {
        if (!declared.principals().contains(Authorizer.CUSTOMER)) {
            return Optional.of("describes '" + action + "', which the policies' schema gives to no "
                    + Authorizer.CUSTOMER + "; name " + Authorizer.CUSTOMER + " among its principals");
        }
        return about.stream()
                .map(Authorizer::type)
                .filter(type -> !declared.resources().contains(type))
                .findFirst()
                .map(type -> "is about a record that is a " + type + " to policies, and their schema applies '" + action
                        + "' to " + declared.resources() + "; name " + type + " among its resources");
    }

    private static Optional<String> unasked(Action declared, Set<String> arguments) {
        Optional<Attribute> asked = Optional.ofNullable(declared.context().get(ASKED));
        return asked.flatMap(all -> arguments.stream()
                .filter(argument -> !all.inner().containsKey(argument))
                .sorted()
                .findFirst()
                .map(argument -> "has the argument '" + argument + "', which '" + ASKED
                        + "' of the policies' schema does not declare; write into it: " + argument + "?: String"));
    }

    private static String types(List<String> kinds) {
        return kinds.stream().map(Authorizer::type).collect(Collectors.joining(", "));
    }
}
