package io.sallyport.cli;

import io.sallyport.action.Argument;
import io.sallyport.action.Catalogue;
import io.sallyport.action.Definition;
import io.sallyport.gate.authorization.PolicyFolder;
import io.sallyport.gate.authorization.SchemaActions;
import io.sallyport.insight.Rate;
import io.sallyport.insight.ReversedActions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

@Command(
        name = "actions",
        description = "The account changes that the desk may plan: those that come with it and your own.",
        synopsisSubcommandLabel = "COMMAND")
final class ActionsCommand {

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "Your own entries (default: SALLYPORT_ACTIONS_DIR).")
    private String dir = Optional.ofNullable(System.getProperty("sallyport.actions.dir"))
            .or(() -> Optional.ofNullable(System.getenv("SALLYPORT_ACTIONS_DIR")))
            .orElse("");

    private Catalogue catalogue() {
        return dir.isBlank() ? Catalogue.shipped() : Catalogue.with(Path.of(dir));
    }

    @Command(description = "One line for each action: what carries it out, who may ask for it, how it is undone.")
    int list() {
        System.out.printf("%-22s %-9s %-7s %-9s %s%n", "action", "assurance", "risk", "undone", "carried out by");
        catalogue()
                .all()
                .forEach(each -> System.out.printf(
                        "%-22s %-9s %-7s %-9s %s%n",
                        each.name(),
                        each.leastAssurance().label(),
                        each.details().risk().label(),
                        each.details().undone(),
                        each.carriedOutBy()));
        return 0;
    }

    @Command(description = "All about one action: each argument and the record field that it is taken from.")
    int show(@Parameters(paramLabel = "NAME", description = "As 'actions list' names it.") String name) {
        Definition found = catalogue()
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no action '" + name + "'; './sallyport actions list' names them"));
        Definition.Details details = found.details();
        System.out.println(found.name() + ": " + details.title() + " (" + details.file() + ")");
        line("does", details.does());
        line("about", String.join(" or ", details.about()));
        for (Argument argument : details.arguments().all()) {
            line(
                    "argument",
                    argument.name() + (argument.isRequired() ? "" : " (may be left out)") + " from "
                            + argument.origins().stream()
                                    .map(ActionsCommand::origin)
                                    .reduce((a, b) -> a + " or " + b)
                                    .orElse("-"));
        }
        line("reads", String.join(", ", new TreeSet<>(details.reads())));
        line("reasons", String.join(", ", details.reasons()));
        line("assurance", found.leastAssurance().label());
        line("risk", details.risk().label());
        line(
                "carried out",
                found.carriedOutBy() + ", looked up at " + found.lookedUp() + ", undone " + details.undone());
        details.receipt().forEach(sentence -> line("receipt", sentence));
        line("entry", found.hash());
        return 0;
    }

    @Command(description = "Reads every entry and says what is wrong with the first that is; status 1 then.")
    int lint(
            @Option(
                            names = "--policies",
                            paramLabel = "FOLDER",
                            defaultValue = "${env:SALLYPORT_POLICIES_DIR:-}",
                            description =
                                    "Your own policies, which must know your actions (default: SALLYPORT_POLICIES_DIR).")
                    String policies) {
        Catalogue catalogue = catalogue();
        catalogue.checkPhrases();
        var declared = new SchemaActions(PolicyFolder.of(policies).engine());
        catalogue.checkOwn(own -> declared.whyNot(
                own.name(),
                own.details().about(),
                own.arguments(),
                own.details().reads()));
        System.out.println(catalogue.all().size() + " actions, nothing wrong");
        return 0;
    }

    @Command(
            description =
                    "How many of the account changes that were carried out a person took back, with a 95 % interval.")
    int reversed(
            @Option(names = "--days", defaultValue = "30", description = "Those of so many days (default: 30).")
                    int days) {
        try (var desk = OpenDesk.toLookAt()) {
            var since = desk.getBean(InstantSource.class).instant().minus(Duration.ofDays(days));
            var found = desk.getBean(ReversedActions.class);
            found.byAction(since).forEach((action, share) -> System.out.println(share(action, share)));
            found.byLane(since).forEach((lane, share) -> System.out.println(share("lane " + lane.label(), share)));
            return 0;
        }
    }

    private static String share(String what, Rate share) {
        return String.format(
                Locale.ROOT,
                "%-22s %5d done %5d taken back  %5.1f %% (%.1f to %.1f)",
                what,
                share.of(),
                share.hits(),
                100 * share.share(),
                100 * share.low(),
                100 * share.high());
    }

    private static String origin(Argument.Origin origin) {
        return switch (origin) {
            case Argument.Origin.Field(String kind, String field) -> kind + "." + field;
            case Argument.Origin.Part part -> part.kind() + "." + part.list() + "." + part.field();
            case Argument.Origin.Choice choice -> "one of " + String.join(", ", choice.words());
        };
    }

    private static void line(String label, String text) {
        System.out.printf("  %-12s %s%n", label, text);
    }
}
