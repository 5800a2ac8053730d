package io.sallyport.cli;

import io.sallyport.audit.AuditTrail;
import io.sallyport.audit.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "audit",
        description = "Proves that nobody has changed the record.",
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

    static final class Kept implements ITypeConverter<Checkpoint> {
        @Override
        public Checkpoint convert(String printed) {
            try {
                return Checkpoint.parse(printed);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    @Command(description = {
        "Recomputes every hash and names the first bad entry.",
        "Whoever can rewrite all tables can rewrite all hashes, so keep the checkpoint that it prints where they cannot"
                + " reach, and compare with it later by --against.",
        "Ends with status 1 when something is bad."
    })
    int verify(
            @Option(
                            names = "--against",
                            paramLabel = "NUMBER:HASH",
                            converter = Kept.class,
                            description = "A checkpoint that was kept elsewhere; may be given several times.")
                    @Nullable List<Checkpoint> kept) {
        try (var desk = OpenDesk.toLookAt()) {
            AuditTrail trail = desk.getBean(AuditTrail.class);
            AuditTrail.Finding finding = trail.verify();
            System.out.printf(
                    "%d entries of %d cases, %d checkpoints%n",
                    finding.events(), finding.cases(), finding.checkpoints());
            List<String> bad = new ArrayList<>(finding.firstBad().stream().toList());
            if (kept != null) {
                kept.forEach(checkpoint -> trail.compare(checkpoint).ifPresent(bad::add));
            }
            bad.forEach(one -> System.out.println("BAD: " + one));
            if (bad.isEmpty()) {
                System.out.println("intact");
            }
            System.out.println("last checkpoint " + finding.lastCheckpoint() + " (keep it elsewhere to compare)");
            return bad.isEmpty() ? 0 : Sallyport.EXIT_FAILED;
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
