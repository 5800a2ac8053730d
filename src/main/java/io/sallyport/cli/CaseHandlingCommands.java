package io.sallyport.cli;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Priority;
import io.sallyport.escalation.Correction;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Seen;
import io.sallyport.routing.HumanQueue;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who has a case, and what becomes of it. */
final class CaseHandlingCommands {

    private CaseHandlingCommands() {}

    @Command(description = "Takes a case over; nothing automatic leaves from then on.")
    static int claim(@Parameters(paramLabel = "ID") CaseId id, @Mixin Deciding.Person person) {
        return Deciding.on(id, (decisions, record) -> decisions.claim(Seen.of(record), person.name()));
    }

    @Command(description = "Hands a claimed case back to its queue.")
    static int release(@Parameters(paramLabel = "ID") CaseId id, @Mixin Deciding.Person person) {
        return Deciding.on(id, (decisions, record) -> decisions.release(Seen.of(record), person.name()));
    }

    @Command(name = "give-back", description = "Gives a case back to the machine, whatever brought it to people.")
    static int giveBack(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "WHY") String why,
            @Mixin Deciding.Person person) {
        return Deciding.on(id, (decisions, record) -> decisions.giveBack(Seen.of(record), why, person.name()));
    }

    @Command(description = "Hands a case to a colleague.")
    static int assign(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "COLLEAGUE") String colleague,
            @Option(names = "--why", paramLabel = "WHY", defaultValue = "", description = "What for.") String why,
            @Mixin Deciding.Person person) {
        return Deciding.on(id, (decisions, record) -> {
            Optional<String> doubt = decisions.findDoubt(colleague);
            Decision decision = decisions.assign(Seen.of(record), colleague, why, person.name());
            doubt.filter(_ -> decision instanceof Decision.Taken)
                    .ifPresent(words -> System.err.println("sallyport: " + words));
            return decision;
        });
    }

    @Command(description = "Notes something for colleagues; @name puts the case on that colleague's list.")
    static int note(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "TEXT") String text,
            @Mixin Deciding.Person person) {
        return Deciding.on(id, (decisions, record) -> decisions.note(Seen.of(record), text, person.name()));
    }

    @Command(description = "Lets a case go on with another open case of the same customer.")
    static int merge(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "INTO") CaseId into,
            @Parameters(paramLabel = "WHY") String why,
            @Mixin Deciding.Person person) {
        return Deciding.on(id, (decisions, record) -> decisions.merge(Seen.of(record), into, why, person.name()));
    }

    @Command(description = "Corrects what a case was taken for.")
    static int correct(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "WHY") String why,
            @Option(names = "--category", paramLabel = "WORD", description = "Such as how-to.")
                    Optional<String> category,
            @Option(names = "--priority", paramLabel = "P", description = "P1 to P4.") Optional<Priority> priority,
            @Option(names = "--queue", paramLabel = "NAME", description = "Such as billing.") Optional<String> queue,
            @Mixin Deciding.Person person) {
        if (queue.isPresent() && queue.flatMap(HumanQueue::find).isEmpty()) {
            return Deciding.failed("there is no queue '" + queue.get() + "'; there are " + HumanQueue.labels());
        }
        var correction = new Correction(
                category.map(Category::ofLabel),
                priority,
                queue.flatMap(HumanQueue::find).map(HumanQueue::label),
                why);
        return Deciding.on(id, (decisions, record) -> decisions.reclassify(Seen.of(record), correction, person.name()));
    }

    @Command(
            name = "leave-cluster",
            description =
                    "Takes a case out of its cluster, as it has another cause. It is not linked with those again.")
    static int leaveCluster(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "WHY") String why,
            @Mixin Deciding.Person person) {
        return Deciding.on(id, (decisions, record) -> decisions.leaveCluster(Seen.of(record), why, person.name()));
    }

    @Command(description = "Closes a case.")
    static int resolve(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "HOW") String how,
            @Mixin Deciding.Person person) {
        return Deciding.on(id, (decisions, record) -> decisions.resolve(Seen.of(record), how, person.name()));
    }
}
