package io.sallyport.console;

import io.sallyport.escalation.HumanQueues;
import io.sallyport.escalation.QueueFilter;
import io.sallyport.escalation.QueueFilter.View;
import io.sallyport.escalation.QueueLine;
import io.sallyport.escalation.QueueMembers;
import io.sallyport.routing.HumanQueue;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The human queue: whose turn it is, by when, and who has how much. */
@Controller
@ConditionalOnWebApplication
final class QueuePage {

    static final List<String> QUEUES = HumanQueue.labels();

    private static final List<String> VIEWS =
            Stream.of(View.values()).map(View::label).toList();

    /** As {@link View#MY_QUEUES} is written. */
    private static final String MINE = "my queues";

    private static final int LONGEST_LIST = 200;

    private final HumanQueues queues;
    private final QueueMembers members;
    private final InstantSource clock;

    QueuePage(HumanQueues queues, QueueMembers members, InstantSource clock) {
        this.queues = queues;
        this.members = members;
        this.clock = clock;
    }

    /** A line of the list. */
    public record Line(QueueLine summary, Moment since) {

        public String tone() {
            return summary.clock().filter(QueueLine.Clock::isOverdue).isPresent() ? "bad" : "";
        }
    }

    @GetMapping("/console/queue")
    String queue(
            @RequestParam(defaultValue = "") String queue,
            @RequestParam(defaultValue = MINE) String view,
            Principal person,
            Model model) {
        fill(queue, view, person, model);
        return "console/people";
    }

    /** Nothing while the page shows all there is. */
    @GetMapping("/console/queue/lines")
    Object lines(
            @RequestParam(defaultValue = "") String queue,
            @RequestParam(defaultValue = MINE) String view,
            @RequestParam(defaultValue = "") String seen,
            Principal person,
            Model model) {
        return fill(queue, view, person, model).equals(seen)
                ? ResponseEntity.noContent().build()
                : "console/people :: lines";
    }

    private String fill(String queue, String view, Principal person, Model model) {
        Instant now = clock.instant();
        Optional<String> known = Optional.of(queue).filter(QUEUES::contains);
        View shown = Stream.of(View.values())
                .filter(each -> each.label().equals(view))
                .findFirst()
                .orElse(View.MY_QUEUES);
        var filter = new QueueFilter(known, shown, person.getName(), LONGEST_LIST);
        model.addAttribute("queue", known.orElse(""));
        model.addAttribute("shown", shown.label());
        model.addAttribute("queueNames", QUEUES);
        model.addAttribute("views", VIEWS);
        List<QueueLine> lines = queues.list(filter);
        List<HumanQueues.Count> counts = queues.counts();
        List<HumanQueues.Load> loads = queues.loads();
        model.addAttribute(
                "lines",
                lines.stream()
                        .map(line -> new Line(line, Moment.of(line.since(), now)))
                        .toList());
        model.addAttribute("served", members.queuesOf(person.getName()));
        model.addAttribute("counts", counts);
        model.addAttribute("loads", loads);
        String seen =
                ListSeen.of(Stream.of(lines.stream().map(line -> seen(line, now)), counts.stream(), loads.stream())
                        .flatMap(Function.identity()));
        model.addAttribute("seen", seen);
        return seen;
    }

    /** All of a line but its clocks, which are read again when one runs out and once a minute. */
    private static List<Object> seen(QueueLine line, Instant now) {
        return List.of(
                line.id(),
                line.subject(),
                line.priority(),
                line.queue(),
                line.owner(),
                line.since(),
                line.why(),
                line.triggers(),
                line.reminders(),
                line.cluster(),
                line.clock().map(QueueLine.Clock::due),
                line.clock().map(QueueLine.Clock::isOverdue),
                now.truncatedTo(ChronoUnit.MINUTES));
    }
}
