package io.sallyport.cli;

import io.sallyport.skill.Skills;
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

    @Override
    public Integer call() throws IOException {
        return matter.print(Skills::triage);
    }
}
