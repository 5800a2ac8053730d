package io.sallyport.cli;

import io.sallyport.triage.KnownIssues;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "known-issues",
        description = "What is known to be wrong, so that messages about it are linked and counted.",
        synopsisSubcommandLabel = "COMMAND")
final class KnownIssuesCommand {

    @Command(
            name = "import",
            description = {
                "Takes in known issues from JSON lines:",
                "  {\"id\", \"title\", \"symptoms\": [as customers tell it], \"product_area\", \"status\"}",
                "One that is known already is replaced. A row that cannot be read is reported with its line and skipped,"
                        + " and the command ends with 1."
            })
    int load(@Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files) {
        try (var desk = OpenDesk.toLookAt()) {
            var issues = desk.getBean(KnownIssues.class);
            return RowFile.takeAll(files, file -> {
                KnownIssues.Loaded read = issues.load(file);
                return new RowFile.Taken(read.count() + " taken in", read.problems());
            });
        }
    }

    @Command(name = "list", description = "Lists them.")
    int list() {
        try (var desk = OpenDesk.toLookAt()) {
            List<String> lines = desk.getBean(KnownIssues.class).lines();
            lines.forEach(System.out::println);
            if (lines.isEmpty()) {
                System.err.println(
                        "sallyport: no issue is known; './sallyport known-issues import FILE' takes them in");
            }
            return 0;
        }
    }
}
