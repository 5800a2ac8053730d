package io.sallyport.cli;

import io.sallyport.model.language.ModelCheck;
import io.sallyport.model.language.ModelCheck.Finding;
import io.sallyport.model.spending.UsageReport;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "models",
        description = "The language models and the roles they play.",
        synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand {

    @Command(
            description = {
                "Calls each model of each role once: latency, tokens, structured output.",
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

    @Command(
            description = {
                "What language models were asked and cost today (UTC): calls, tokens, money, by role and model.",
                "Money is reckoned from sallyport.models.prices; the vendor's bill decides."
            })
    int usage(
            @Option(names = "--json", description = "One JSON object; money in millionths of a US dollar.")
                    boolean json) {
        try (var desk = OpenDesk.toLookAt()) {
            var report = desk.getBean(UsageReport.class);
            System.out.println((json ? UsageText.json(report) : UsageText.table(report)).strip());
            return 0;
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
