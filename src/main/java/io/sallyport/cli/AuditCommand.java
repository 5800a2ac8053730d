package io.sallyport.cli;

import io.sallyport.audit.AuditTrail;
import picocli.CommandLine.Command;

@Command(
        name = "audit",
        description = "Proves that nobody has changed the record.",
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

    @Command(description = "Recomputes every hash and names the first bad entry.")
    int verify() {
        try (var desk = OpenDesk.toLookAt()) {
            AuditTrail.Finding finding = desk.getBean(AuditTrail.class).verify();
            System.out.printf(
                    "%d entries of %d cases, %d checkpoints%n",
                    finding.events(), finding.cases(), finding.checkpoints());
            System.out.println(finding.firstBad().map(bad -> "BAD: " + bad).orElse("intact"));
            System.out.println("last checkpoint " + finding.lastCheckpoint() + " (keep it elsewhere to compare)");
            return finding.isIntact() ? 0 : Sallyport.EXIT_FAILED;
        }
    }

    @Command(description = "Writes a checkpoint over all cases that moved since the last one, now.")
    int checkpoint() {
        try (var desk = OpenDesk.toLookAt()) {
            AuditTrail trail = desk.getBean(AuditTrail.class);
            trail.checkpoint();
            System.out.println("last checkpoint " + trail.lastCheckpoint());
            return 0;
        }
    }
}
