package io.sallyport.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks once in a while and not for every case: a queue's pace does not change within minutes. */
final class RememberedWaits implements QueueWaits {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private record Answer(Instant at, List<Waited> waits) {}

    private final QueueWaits asked;
    private final InstantSource clock;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    RememberedWaits(QueueWaits asked, InstantSource clock) {
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    public List<Waited> latest(String queue) {
        Instant now = clock.instant();
        Answer known = answers.get(queue);
        if (known == null || known.at().plus(KEPT).isBefore(now)) {
            known = new Answer(now, asked.latest(queue));
            answers.put(queue, known);
        }
        return known.waits();
    }

    @Override
    public int serving(String queue) {
        return asked.serving(queue);
    }
}
