package io.sallyport.cli;

import io.sallyport.escalation.HumanQueues;
import io.sallyport.escalation.QueueFilter;
import io.sallyport.escalation.QueueFilter.View;
import io.sallyport.routing.HumanQueue;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "queue",
        description = {
            "Lists the cases that people have, the most pressing first: when the first answer is due, who has it, how long it",
            "has waited and why; then each queue with its expected wait, and who has how many."
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
        Optional<String> queue = name.map(given -> HumanQueue.find(given)
                .orElseThrow(() -> Usage.wrong(
                        spec,
                        "there is no queue '" + given.toLowerCase(Locale.ROOT) + "'; there are " + HumanQueue.labels()))
                .label());
        try (var desk = OpenDesk.toLookAt()) {
            var queues = desk.getBean(HumanQueues.class);
            var filter = new QueueFilter(queue, view(), mine.orElse(""), limit);
            var shown = new QueueText.Shown(queues.list(filter), queues.counts(), queues.loads());
            System.out.println(json ? QueueText.json(shown) : QueueText.of(shown));
            return 0;
        }
    }

    private View view() {
        if (mine.isPresent()) {
            return View.MINE;
        }
        if (unclaimed) {
            return View.UNCLAIMED;
        }
        return stale ? View.STALE : View.ALL;
    }
}
