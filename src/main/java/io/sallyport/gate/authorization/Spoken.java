package io.sallyport.gate.authorization;

import io.sallyport.casefile.Verdict.Flag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What policies said, in words. */
final class Spoken {

    private Spoken() {}

    /** @param yes what was approved: where a policy spoke only afterwards, that is said beside it */
    static String reason(CedarEngine engine, Ruling ruling, String action, Yes yes) {
        String spoke = ruling.spoke().isEmpty()
                ? "no policy permits the " + action
                : policies(engine, ruling)
                        .map(policy -> named(policy)
                                + (yes.isOlderThan(policy.id()) ? ", which nobody who approved it was shown" : ""))
                        .collect(Collectors.joining("; "));
        return yes.stale() == 0 ? spoke : spoke + "; it was approved before, too long ago to count";
    }

    /** One for each policy that forbids it; the reply cites the article, where one tells customers of it. */
    static List<Flag> flags(CedarEngine engine, Ruling ruling) {
        return policies(engine, ruling)
                .map(policy -> new Flag(policy.reason(), citation(policy)))
                .toList();
    }

    /** What permitted it, and in which wording: the case keeps that when the files have long changed. */
    static List<String> notes(CedarEngine engine, Ruling ruling) {
        return Stream.concat(
                        policies(engine, ruling).map(Spoken::named), Stream.of("policies version " + engine.version()))
                .toList();
    }

    private static String named(PolicyText policy) {
        return policy.reason() + " (policy " + policy.id() + ")";
    }

    private static String citation(PolicyText policy) {
        return policy.article().map(slug -> "article:" + slug).orElse("policy:" + policy.id());
    }

    private static Stream<PolicyText> policies(CedarEngine engine, Ruling ruling) {
        return ruling.spoke().stream().map(engine::findPolicy).flatMap(Optional::stream);
    }
}
