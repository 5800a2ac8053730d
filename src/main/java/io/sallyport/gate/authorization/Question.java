package io.sallyport.gate.authorization;

import io.sallyport.gate.authorization.SchemaShape.Action;
import java.util.List;
import java.util.stream.Stream;

/** A question to the policies, which can be asked again under other circumstances. */
record Question(CedarEngine engine, Request request, Action action, Circumstances circumstances) {

    Ruling ask() {
        return ask(circumstances);
    }

    /**
     * What the policies say, each of them hearing only of the approvals of persons who were shown that it speaks: a yes opens
     * what was on the table and nothing that came up since.
     */
    Ruling ask(Circumstances under) {
        Ruling withAll = decide(under);
        if (under.yes().isNobodys() || !withAll.errors().isEmpty()) {
            return withAll;
        }
        Ruling withNone = decide(under.with(Yes.NOBODYS));
        if (!withNone.errors().isEmpty()) {
            return withNone;
        }
        List<String> unheard = withNone.allowed() ? List.of() : unheard(withNone.spoke(), under);
        if (unheard.isEmpty()) {
            return withAll;
        }
        Stream<String> others = withAll.allowed() ? Stream.of() : withAll.spoke().stream();
        return new Ruling(
                false,
                Stream.concat(others, unheard.stream()).distinct().sorted().toList(),
                List.of());
    }

    private List<String> unheard(List<String> speaking, Circumstances under) {
        return speaking.stream()
                .filter(policy ->
                        decide(under.with(under.yes().despite(policy))).forbidsBy(policy))
                .toList();
    }

    private Ruling decide(Circumstances under) {
        return engine.decide(request.with(under.context(action.context())));
    }
}
