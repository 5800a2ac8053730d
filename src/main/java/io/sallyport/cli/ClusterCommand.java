package io.sallyport.cli;

import io.sallyport.escalation.ClusterDecisions;
import io.sallyport.escalation.ClusterDecisions.Outcome;
import io.sallyport.escalation.Clusters;
import io.sallyport.escalation.Clusters.Members;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cluster",
        description =
                "Cases of several customers with one cause: lists them, answers all of them at once, closes them.",
        synopsisSubcommandLabel = "COMMAND")
final class ClusterCommand {

    @Command(description = "Lists the clusters, the newest first.")
    int list() {
        try (var desk = OpenDesk.toLookAt()) {
            List<Clusters.Cluster> clusters = desk.getBean(Clusters.class).list();
            if (clusters.isEmpty()) {
                System.out.println("No cases of several customers have one cause.");
            }
            clusters.forEach(each -> System.out.printf(
                    "%s  %-2s  %d cases of %d customers, %d open  %s%n",
                    each.id(), each.priority(), each.cases(), each.customers(), each.open(), each.subject()));
            return 0;
        }
    }

    @Command(description = "Shows the cases of a cluster.")
    int show(@Parameters(paramLabel = "ID") String id) {
        try (var desk = OpenDesk.toLookAt()) {
            Members members = desk.getBean(Clusters.class).members(id);
            if (members.isEmpty()) {
                return none(id);
            }
            members.read()
                    .forEach(record -> System.out.println(
                            record.id() + "  " + record.ticket().customer() + "  " + CaseText.standing(record) + "  "
                                    + record.ticket().subject()));
            members.unread()
                    .forEach(each -> System.out.println(
                            each.id() + "  " + each.customer() + "  cannot be read now  " + each.subject()));
            return 0;
        }
    }

    @Command(description = "Answers every customer of a cluster once, each through the gates of their own case.")
    int tell(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--text", required = true, paramLabel = "TEXT", description = "What they are told.")
                    String text,
            @Mixin Deciding.Person person) {
        try (var desk = OpenDesk.toLookAt()) {
            return said(id, desk.getBean(ClusterDecisions.class).tell(id, text, person.name()));
        }
    }

    @Command(description = "Closes every case of a cluster.")
    int resolve(
            @Parameters(paramLabel = "ID") String id,
            @Parameters(paramLabel = "HOW") String how,
            @Mixin Deciding.Person person) {
        try (var desk = OpenDesk.toLookAt()) {
            return said(id, desk.getBean(ClusterDecisions.class).resolve(id, how, person.name()));
        }
    }

    private static int said(String id, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return none(id);
        }
        outcomes.forEach(
                each -> System.out.println(each.caseId() + "  " + each.whyNot().orElse("done")));
        return outcomes.stream().allMatch(each -> each.whyNot().isEmpty()) ? 0 : Sallyport.EXIT_FAILED;
    }

    private static int none(String id) {
        System.err.println("sallyport: no open case is in a cluster '" + id + "'; 'cluster list' names them");
        return Sallyport.EXIT_FAILED;
    }
}
