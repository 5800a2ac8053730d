package io.sallyport.escalation;

import io.sallyport.casefile.Priority;
import io.sallyport.triage.DueTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks once in a while and not for every case: a queue's pace does not change within minutes. */
final class RememberedWaits implements QueueWaits {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private record Question(String queue, boolean isAroundTheClock) {}

    private record Answer(Instant at, List<Waited> waits, List<Instant> waiting) {}

    private final QueueWaits asked;
    private final InstantSource clock;
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

    RememberedWaits(QueueWaits asked, InstantSource clock) {
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    public List<Waited> latest(String queue, Priority priority) {
        return answer(queue, priority).waits();
    }

    @Override
    public List<Instant> waiting(String queue, Priority priority) {
        return answer(queue, priority).waiting();
    }

    private Answer answer(String queue, Priority priority) {
        Instant now = clock.instant();
        var question = new Question(queue, DueTimes.isAroundTheClock(priority));
        Answer known = answers.get(question);
        if (known == null || known.at().plus(KEPT).isBefore(now)) {
            known = new Answer(now, asked.latest(queue, priority), asked.waiting(queue, priority));
            answers.put(question, known);
        }
        return known;
    }

    @Override
    public int serving(String queue) {
        return asked.serving(queue);
    }
}
