package io.sallyport.cli;

import io.sallyport.skill.Skills;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "escalate",
        description = {"Shows what a person gets with a case, or would get.", "Changes nothing, and hands nothing over."
        })
final class EscalateCommand implements Callable<Integer> {

    @Mixin
    private SkillMatter matter = new SkillMatter();

    @Override
    public Integer call() throws IOException {
        return matter.print(Skills::escalate);
    }
}
