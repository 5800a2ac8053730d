package io.sallyport.cli;

import io.sallyport.escalation.HumanQueues;
import io.sallyport.escalation.QueueLine;
import io.sallyport.escalation.QueueMembers;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The human queue as plain text and as JSON. */
final class QueueText {

    private static final JsonMapper JSON = new JsonMapper();

    private QueueText() {}

    record Shown(
            List<QueueLine> cases,
            List<HumanQueues.Count> queues,
            List<HumanQueues.Load> load,
            HumanQueues.Undecided undecided) {}

    static String json(Shown shown) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shown);
    }

    static String of(Shown shown) {
        var text = new StringJoiner("\n");
        if (shown.cases().isEmpty()) {
            text.add("No case is here.");
        }
        shown.cases().forEach(line -> add(text, line));
        shown.queues()
                .forEach(queue -> text.add("queue %s: %d, %d unclaimed, %d stale, served by %s; %s"
                        .formatted(
                                queue.queue(),
                                queue.cases(),
                                queue.unclaimed(),
                                queue.stale(),
                                queue.people() == 0 ? "everybody" : queue.people(),
                                queue.pace().orElse("too few cases to say how long they wait"))));
        shown.load()
                .forEach(load -> text.add("%s has %d, %d of them P1 or P2, %d stale; %d free in %s"
                        .formatted(
                                load.person(),
                                load.cases(),
                                load.pressing(),
                                load.stale(),
                                load.open(),
                                queues(load.queues()))));
        if (shown.undecided().cases() > 0) {
            text.add("to decide: %d, %d overdue; ./sallyport case list --waiting"
                    .formatted(shown.undecided().cases(), shown.undecided().overdue()));
        }
        return text.toString();
    }

    private static String queues(List<String> names) {
        return names.isEmpty() ? "all queues" : String.join(", ", names);
    }

    /** Who serves what; of one person alone where one is named. */
    static String of(QueueMembers members, Optional<String> person) {
        if (person.isPresent()) {
            return person.get() + " serves " + queues(members.queuesOf(person.get()));
        }
        List<QueueMembers.Member> all = members.list();
        return all.isEmpty()
                ? "Everybody serves all queues."
                : all.stream()
                        .map(member -> member.person() + " serves " + queues(member.queues()))
                        .collect(Collectors.joining("\n"));
    }

    private static void add(StringJoiner text, QueueLine line) {
        text.add("%s  %-2s  %-10s  %-12s  %-34s  %s"
                .formatted(
                        line.id(),
                        line.priority(),
                        line.queue(),
                        line.owner().isEmpty() ? "nobody" : line.owner(),
                        line.clock().map(QueueLine.Clock::words).orElse(""),
                        line.subject()));
        text.add("    waits " + line.waitedWords()
                + (line.isStale() ? ", " + line.reminders() + " reminders" : "")
                + (line.cluster().isEmpty() ? "" : ", cluster " + line.cluster()));
        List<String> why = line.triggers().isEmpty() ? List.of(line.why()) : line.triggers();
        why.forEach(reason -> text.add("    " + reason));
    }
}
