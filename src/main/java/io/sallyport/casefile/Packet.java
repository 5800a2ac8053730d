package io.sallyport.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person gets when a case is handed over: everything known, so that nobody asks the customer twice. Gathered from
 * the record; what a model adds is kept only where the case bears it.
 *
 * @param problem in one paragraph
 * @param reproduction empty where the kind of case needs none
 * @param details what it is about in particular: which charge, which order, what happened and when
 * @param flags of the account, such as {@code VIP}
 * @param owner the queue or person whose turn it is
 * @param missing what this kind of case needs and nobody knows yet, in words that can be asked of the customer
 */
public record Packet(
        String problem,
        Priority severity,
        Impact impact,
        List<Tried> tried,
        Optional<Reproduction> reproduction,
        List<Detail> details,
        List<Passage> evidence,
        List<Quote> words,
        List<Felt> moods,
        List<String> flags,
        List<Said> communication,
        List<Written> drafts,
        String nextStep,
        String owner,
        Ask ask,
        List<Missing> missing)
        implements Proposal {

    private static final Duration A_DAY = Duration.ofDays(1);

    public Packet {
        tried = List.copyOf(tried);
        details = List.copyOf(details);
        evidence = List.copyOf(evidence);
        words = List.copyOf(words);
        moods = List.copyOf(moods);
        flags = List.copyOf(flags);
        communication = List.copyOf(communication);
        drafts = List.copyOf(drafts);
        missing = List.copyOf(missing);
    }

    /**
     * @param customers who are known to have it
     * @param workflow what they cannot do, in their words; empty when unknown
     * @param revenueAtRisk of a year; empty when unknown
     * @param waitingSince when they wrote the first message that no answer followed
     * @param inQueueSince when people got it; empty where nobody had it, or from before that was kept
     */
    public record Impact(
            int customers,
            String workflow,
            Optional<Amount> revenueAtRisk,
            Instant waitingSince,
            Optional<Instant> inQueueSince) {

        public Impact {
            // Packets from before it was kept have none.
            inQueueSince = inQueueSince == null ? Optional.empty() : inQueueSince;
        }

        public static Impact of(CaseRecord record, String workflow, Optional<Amount> revenueAtRisk) {
            return new Impact(
                    customersWith(record), workflow, revenueAtRisk, waitingSince(record), inQueueSince(record));
        }

        /** Where all is answered, they wait for an answer to their latest words. */
        private static Instant waitingSince(CaseRecord record) {
            return record.thread().reversed().stream()
                    .filter(message -> message.isFromCustomer() || message.isAnswer())
                    .takeWhile(Message::isFromCustomer)
                    .reduce((_, earlier) -> earlier)
                    .orElseGet(record::latestFromCustomer)
                    .at();
        }

        private static Optional<Instant> inQueueSince(CaseRecord record) {
            return record.standing() instanceof Standing.WithPeople people
                    ? Optional.of(people.since())
                    : Optional.empty();
        }
    }

    /** @param result what came of it */
    public record Tried(String what, String result) {}

    /** How to see it; each empty when unknown. */
    public record Reproduction(List<String> steps, String expected, String actual, String environment) {
        public Reproduction {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One thing that a person has to know of this kind of case.
     *
     * @param part such as {@code details.order}
     * @param words in which the customer says it, word for word
     */
    public record Detail(String part, String words) {}

    /** The customer's words, word for word. */
    public record Quote(String messageId, String words) {}

    public record Felt(Instant at, Mood mood) {}

    /** @param promised what the customer was told would happen; empty when nothing was */
    public record Said(Instant at, Message.Author author, String text, String promised) {}

    /** A reply that was written, with what stopped it; nothing where every gate passed it. */
    public record Written(String text, List<Verdict.Flag> stopped) {
        public Written {
            stopped = List.copyOf(stopped);
        }
    }

    /** @param by when a decision is due */
    public record Ask(String what, Instant by) {}

    /**
     * @param part what it would complete, such as {@code reproduction.steps}
     * @param question that gets it from the customer; empty when they cannot know
     */
    public record Missing(String part, String question) {}

    /** How many customers the case knows of who have it: those of its cluster, else whoever wrote what looks the same. */
    public static int customersWith(CaseRecord record) {
        return record.handOver()
                .cluster()
                .map(HandOver.Cluster::customers)
                .orElseGet(() -> 1 + looksLike(record).size());
    }

    /** Without those that a person has said to be another matter. */
    private static Set<CaseId> looksLike(CaseRecord record) {
        var like = new HashSet<CaseId>();
        record.findings()
                .triage()
                .ifPresent(triage -> like.addAll(triage.related().duplicates()));
        record.handOver()
                .partings()
                .forEach(parting -> like.removeAll(parting.linkedBy().duplicates()));
        return like;
    }

    /** As much as the record says by itself. */
    public static Packet bare(CaseRecord record) {
        var triage = record.findings().triage();
        Priority severity = triage.map(Triage::priority).orElse(Priority.P3);
        Instant since = record.standing() instanceof Standing.WithPeople people ? people.since() : record.openedAt();
        Message latest = record.latestFromCustomer();
        return new Packet(
                record.ticket().subject(),
                severity,
                Impact.of(record, "", Optional.empty()),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new Quote(latest.id(), latest.written())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                record.standing() instanceof Standing.WithPeople people ? people.queue() : "",
                new Ask("", triage.map(known -> known.sla().firstAnswerDue()).orElse(since.plus(A_DAY))),
                List.of());
    }

    /** The same, saying what is not known. */
    public Packet lacking(List<Missing> unknown) {
        return new Packet(
                problem,
                severity,
                impact,
                tried,
                reproduction,
                details,
                evidence,
                words,
                moods,
                flags,
                communication,
                drafts,
                nextStep,
                owner,
                ask,
                unknown);
    }

    /** Nothing that this kind of case needs is unknown. */
    public boolean isComplete() {
        return missing.isEmpty();
    }

    @Override
    public Lane lane() {
        return Lane.ESCALATION;
    }

    @Override
    public String canonicalContent() {
        return toString();
    }
}
