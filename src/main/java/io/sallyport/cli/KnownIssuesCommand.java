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
                "  {\"id\", \"title\", \"symptoms\": [as customers tell it], \"product_area\", \"status\","
                        + " \"fixed_on\"}",
                "The status is \"open\" or \"fixed\": whoever has what was fixed is linked to nobody, and people read"
                        + " that it may be back. Without \"fixed_on\" (a day), one that was open until now was fixed"
                        + " today.",
                "One that is known already is replaced, with its status: \"open\" opens it again. One that the file"
                        + " does not have stays as it is; 'known-issues remove' forgets it.",
                "A row that cannot be read is reported with its line and skipped, and the command ends with 1."
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

    @Command(
            name = "remove",
            description = {
                "Forgets issues: new messages are not taken for them. Cases that were keep saying so.",
                "One that is not known is named, and the command ends with 1."
            })
    int remove(@Parameters(paramLabel = "ID", arity = "1..*") List<String> ids) {
        try (var desk = OpenDesk.toLookAt()) {
            var issues = desk.getBean(KnownIssues.class);
            int status = 0;
            for (String id : ids) {
                if (issues.remove(id)) {
                    System.out.println(id + " removed");
                } else {
                    System.err.println("sallyport: no issue " + id
                            + " is known; './sallyport known-issues list' shows those that are");
                    status = 1;
                }
            }
            return status;
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
