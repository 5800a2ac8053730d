package io.sallyport.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "support-loop",
        description = {
            "Goes once over the queue and says of every open case what comes next, for whom, and why.",
            "Changes nothing, and asks no model."
        })
final class SupportLoopCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            defaultValue = "200",
            description = "At most so many cases of each standing, the newest (default: ${DEFAULT-VALUE}).")
    private int limit = 200;

    @Mixin
    private SkillOutput output = new SkillOutput();

    @Override
    public Integer call() {
        if (limit < 1) {
            throw Usage.wrong(spec, "--limit has to be at least 1, not " + limit);
        }
        return output.print(skills -> skills.queue(limit));
    }
}
