package io.sallyport.cli;

import io.sallyport.knowledge.ReviewerName;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whose word it is on an article. */
final class KbPerson {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "The person whose word this is.")
    private String by = "";

    String name() {
        if (!ReviewerName.isPerson(by)) {
            throw Usage.wrong(spec, "--by needs a person's name, not '" + by + "'");
        }
        return by;
    }
}
