package io.sallyport.cli;

import io.sallyport.model.language.ModelCheck;
import io.sallyport.model.language.ModelCheck.Finding;
import java.util.Locale;
import picocli.CommandLine.Command;

@Command(
        name = "models",
        description = "The language models and the roles they play.",
        synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand {

    @Command(
            description = {
                "Calls each role's model once: latency, tokens, structured output.",
                "Ends with status 1 when a role cannot be played. Models outside are really called, which costs some hundred tokens."
            })
    int check() {
        try (var desk = OpenDesk.toLookAt()) {
            var check = desk.getBean(ModelCheck.class);
            System.out.printf(
                    "%-11s %-36s %9s %7s %7s  %s%n", "role", "model", "latency", "in", "out", "structured output");
            var findings = check.run();
            findings.forEach(finding -> System.out.println(line(finding)));
            return findings.stream().allMatch(Finding::isFit) ? 0 : Sallyport.EXIT_FAILED;
        }
    }

    private static String line(Finding finding) {
        return String.format(
                Locale.ROOT,
                "%-11s %-36s %6d ms %7d %7d  %s",
                finding.role().label(),
                finding.model(),
                finding.took().toMillis(),
                finding.usage().allInput(),
                finding.usage().output(),
                finding.structured());
    }
}
