package io.sallyport.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Why an article is taken back, or put back. */
final class KbReason {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--why", required = true, paramLabel = "WHY", description = "The reason, for 'kb show'.")
    private String why = "";

    String words() {
        if (why.isBlank()) {
            throw Usage.wrong(spec, "--why needs a reason");
        }
        return why;
    }
}
