package io.sallyport.cli;

import io.sallyport.escalation.HumanQueues;
import io.sallyport.escalation.Leaving;
import io.sallyport.escalation.QueueFilter;
import io.sallyport.escalation.QueueFilter.View;
import io.sallyport.escalation.QueueMembers;
import io.sallyport.routing.HumanQueue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "queue",
        description = {
            "Lists the cases that people have, the most pressing first: when the first answer is due, who has it, how long it",
            "has waited and why; then each queue with its expected wait, who has how many, and how many drafts, plans and news",
            "wait for a decision outside of the queues."
        })
final class QueueCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Only this queue, such as billing.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--mine",
            paramLabel = "PERSON",
            description = "Only this person's, and those whose notes name them.")
    private Optional<String> mine = Optional.empty();

    @Option(names = "--for", paramLabel = "PERSON", description = "Only the queues that this person serves.")
    private Optional<String> server = Optional.empty();

    @Option(names = "--unclaimed", description = "Only those that nobody has claimed.")
    private boolean unclaimed;

    @Option(names = "--stale", description = "Only those that people were reminded of.")
    private boolean stale;

    @Option(names = "--limit", defaultValue = "50", description = "At most so many (default: 50).")
    private int limit;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Optional<String> queue = name.map(this::known);
        try (var desk = OpenDesk.toLookAt()) {
            var queues = desk.getBean(HumanQueues.class);
            var filter = new QueueFilter(queue, view(), mine.or(() -> server).orElse(""), limit);
            var shown = new QueueText.Shown(queues.list(filter), queues.counts(), queues.loads(), queues.undecided());
            System.out.println(json ? QueueText.json(shown) : QueueText.of(shown));
            return 0;
        }
    }

    private String known(String given) {
        return HumanQueue.find(given)
                .orElseThrow(() -> Usage.wrong(
                        spec,
                        "there is no queue '" + given.toLowerCase(Locale.ROOT) + "'; there are " + HumanQueue.labels()))
                .label();
    }

    @Command(
            description = {
                "Lists who serves which queues; with a person and queues says so.",
                "Whoever serves none sees all of them; names are those that people decide under."
            })
    int members(
            @Parameters(index = "0", arity = "0..1", paramLabel = "PERSON", description = "Such as ines.")
                    Optional<String> person,
            @Parameters(
                            index = "1..*",
                            arity = "0..*",
                            paramLabel = "QUEUE",
                            description = "Such as billing; instead of those before.")
                    List<String> names,
            @Option(names = "--none", description = "The person serves none any more.") boolean none) {
        List<String> queues = Optional.ofNullable(names).orElse(List.of()).stream()
                .map(this::known)
                .toList();
        if (none && (person.isEmpty() || !queues.isEmpty())) {
            throw Usage.wrong(spec, "--none takes a person and no queue");
        }
        try (var desk = OpenDesk.toLookAt()) {
            var members = desk.getBean(QueueMembers.class);
            if (none || !queues.isEmpty()) {
                members.serve(person.orElseThrow(), queues);
            }
            System.out.println(QueueText.of(members, person));
            return 0;
        }
    }

    @Command(
            description = {
                "Frees whatever a person who has left still has, with a note that says so: it is in its queue again.",
                "They serve no queue from then on. What they have approved still goes out."
            })
    int leave(
            @Parameters(paramLabel = "PERSON", description = "Who has left, such as ines.") String person,
            @Mixin Deciding.Person by) {
        if (person.isBlank() || by.name().isBlank()) {
            throw Usage.wrong(spec, "say who has left, and with --as who says so");
        }
        try (var desk = OpenDesk.toLookAt()) {
            List<Leaving.Outcome> outcomes = desk.getBean(Leaving.class).leave(person, by.name());
            outcomes.forEach(each ->
                    System.out.println(each.caseId() + "  " + each.whyNot().orElse("free again")));
            boolean isDone = outcomes.stream().allMatch(each -> each.whyNot().isEmpty());
            System.out.println(person.strip() + " serves no queue of their own"
                    + (isDone ? " and has no case." : "; what could not be freed is still theirs, try again."));
            return isDone ? 0 : Sallyport.EXIT_FAILED;
        }
    }

    private View view() {
        if (mine.isPresent()) {
            return View.MINE;
        }
        if (server.isPresent()) {
            return View.MY_QUEUES;
        }
        if (unclaimed) {
            return View.UNCLAIMED;
        }
        return stale ? View.STALE : View.ALL;
    }
}
