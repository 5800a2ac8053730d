package io.sallyport.cli;

import io.sallyport.skill.Skills;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "research",
        description = {
            "Says what the articles have on a case or a message, what disagrees and what is missing.",
            "Changes nothing."
        })
final class ResearchCommand implements Callable<Integer> {

    @Mixin
    private SkillMatter matter = new SkillMatter();

    @Override
    public Integer call() throws IOException {
        return matter.print(Skills::research);
    }
}
