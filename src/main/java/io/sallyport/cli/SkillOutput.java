package io.sallyport.cli;

import io.sallyport.skill.Report;
import io.sallyport.skill.Skills;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Runs one skill and prints what it found. */
final class SkillOutput {

    @Option(names = "--json", description = "One JSON object instead of Markdown; docs/skills.md describes it.")
    private boolean json;

    int print(Function<Skills, Report> skill) {
        try (var desk = OpenDesk.toLookAt()) {
            var report = skill.apply(desk.getBean(Skills.class));
            System.out.println((json ? report.json() : report.markdown()).strip());
            return 0;
        }
    }
}
