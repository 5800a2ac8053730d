package io.sallyport.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "triage",
        description = {
            "Says what a case or a message is: category, priority, mood, reasons for a person, and why.",
            "Changes nothing."
        })
final class TriageCommand implements Callable<Integer> {

    @Mixin
    private SkillMatter matter = new SkillMatter();

    @Mixin
    private SkillOutput output = new SkillOutput();

    @Override
    public Integer call() throws IOException {
        var read = matter.read();
        return output.print(skills -> skills.triage(read.apply(skills)));
    }
}
