package io.sallyport.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the Triage agent made of the customer's latest words.
 *
 * @param impressions what the message as a whole, and no single word of it, gives a reason to bring a person in for
 * @param doubts what the message as a whole is nothing like, whatever single words of it say
 */
public record Triage(
        Classification classification,
        Urgency urgency,
        List<Trigger.Kind> impressions,
        Mood mood,
        Customer customer,
        Related related,
        Sla sla,
        Reading reading,
        List<Trigger.Kind> doubts) {

    public Triage {
        // Cases from before impressions, readings or doubts were kept have none.
        impressions = impressions == null ? List.of() : List.copyOf(impressions);
        reading = Reading.orEmbedded(reading);
        doubts = doubts == null ? List.of() : List.copyOf(doubts);
    }

    /** As the embedded engine reads it. */
    public Triage(
            Classification classification,
            Urgency urgency,
            List<Trigger.Kind> impressions,
            Mood mood,
            Customer customer,
            Related related,
            Sla sla) {
        this(classification, urgency, impressions, mood, customer, related, sla, Reading.EMBEDDED, List.of());
    }

    /**
     * @param confidence calibrated share of such guesses that are right, 0 to 1
     * @param subIntent slug of the article that answers messages like this; empty when unsure
     * @param productArea as articles name it; empty when unknown
     * @param isOutOfScope whether it has nothing to do with what this desk serves
     */
    public record Classification(
            Category category,
            Optional<Category> secondary,
            double confidence,
            String subIntent,
            String productArea,
            boolean isOutOfScope) {}

    /**
     * @param because the written criterion that set the priority
     * @param words the customer's words that it was read from
     * @param setAside graver criteria that words meet too, but that the message as a whole belies
     */
    public record Urgency(Priority priority, String because, List<String> words, List<Trigger> setAside) {

        public Urgency {
            words = List.copyOf(words);
            // Cases from before it was kept have nothing set aside.
            setAside = setAside == null ? List.of() : List.copyOf(setAside);
        }

        /** With nothing set aside. */
        public Urgency(Priority priority, String because, List<String> words) {
            this(priority, because, words, List.of());
        }

        public Urgency settingAside(List<Trigger> belied) {
            return new Urgency(priority, because, words, belied);
        }

        /** The criterion, and the words it was read from if there are any. */
        public String told() {
            return words.isEmpty() ? because : because + ": " + String.join("; ", words);
        }
    }

    /**
     * Cases and known issues that look like the same thing.
     *
     * @param knownIssue its id, where it is open: whoever has it has one cause with the others
     * @param fixedIssue one that was fixed and may be back; it links nobody
     */
    public record Related(Optional<String> knownIssue, Optional<FixedIssue> fixedIssue, List<CaseId> duplicates) {
        public static final Related NOTHING = new Related(Optional.empty(), List.of());

        public Related {
            // Cases from before it was kept have none.
            fixedIssue = fixedIssue == null ? Optional.empty() : fixedIssue;
            duplicates = List.copyOf(duplicates);
        }

        /** With no issue that was fixed. */
        public Related(Optional<String> knownIssue, List<CaseId> duplicates) {
            this(knownIssue, Optional.empty(), duplicates);
        }

        /** The known issue, open or fixed, as people read it. */
        public Optional<String> issueTold() {
            return knownIssue.or(() -> fixedIssue.map(FixedIssue::told));
        }
    }

    /** @param on when it was marked so; empty when unknown */
    public record FixedIssue(String id, Optional<LocalDate> on) {

        /** As people read it. */
        public String told() {
            return id + ", marked as fixed" + on.map(day -> " on " + day).orElse("") + ": it may be back";
        }
    }

    /** When a first answer and a solution are due. */
    public record Sla(Instant firstAnswerDue, Instant solutionDue) {
        /** What turns out to be more urgent is due sooner; what turns out less so stays as promised. */
        Sla noLaterThan(Instant firstAnswer) {
            return firstAnswer.isBefore(firstAnswerDue) ? new Sla(firstAnswer, solutionDue) : this;
        }
    }

    /** As a person corrects it, or as many customers make it: what is empty stays. */
    Triage corrected(Optional<Category> category, Optional<Priority> priority, String because, Instant at) {
        Classification as = category.map(right -> new Classification(
                        right,
                        classification.secondary(),
                        1,
                        classification.subIntent(),
                        classification.productArea(),
                        classification.isOutOfScope()))
                .orElse(classification);
        Urgency how = priority.map(right -> new Urgency(right, because, urgency.words(), urgency.setAside()))
                .orElse(urgency);
        Sla due = priority.flatMap(Triage::firstAnswerIn)
                .map(within -> sla.noLaterThan(at.plus(within)))
                .orElse(sla);
        return new Triage(as, how, impressions, mood, customer, related, due, reading, doubts);
    }

    /** As it was before others had it, too; what was promised by then stays so. */
    Triage asUrgentAs(Urgency own) {
        return new Triage(classification, own, impressions, mood, customer, related, sla, reading, doubts);
    }

    /** What runs around the clock; office time is nobody's here to count. */
    private static Optional<Duration> firstAnswerIn(Priority priority) {
        return switch (priority) {
            case P1 -> Optional.of(Duration.ofHours(1));
            case P2 -> Optional.of(Duration.ofHours(4));
            case P3, P4 -> Optional.empty();
        };
    }

    public Category category() {
        return classification.category();
    }

    public Priority priority() {
        return urgency.priority();
    }
}
