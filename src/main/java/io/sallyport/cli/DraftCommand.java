package io.sallyport.cli;

import io.sallyport.skill.Skills;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "draft",
        description = {
            "Writes the reply that the desk would write, with its proof, every gate's verdict and what would become of it.",
            "Changes nothing."
        })
final class DraftCommand implements Callable<Integer> {

    @Mixin
    private SkillMatter matter = new SkillMatter();

    @Override
    public Integer call() throws IOException {
        return matter.print(Skills::draft);
    }
}
