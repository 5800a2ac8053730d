package io.sallyport.triage;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Reading;
import io.sallyport.casefile.Triage.Classification;
import io.sallyport.casefile.Triage.Urgency;
import io.sallyport.casefile.Trigger;
import io.sallyport.model.language.Answer;
import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.Answer.Said;
import io.sallyport.triage.ModelTriage.Sign;
import io.sallyport.triage.ModelTriage.Sorted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays a model's reading of a message beside the embedded engine's. The model says what it is about; either can make it
 * graver and bring a person in, neither can talk the other out of it. Where the two disagree, or the model's answer cannot be
 * used, a person decides; where the model cannot be asked, the embedded reading stands in and the case says so.
 */
final class TwoReadings {

    private static final Logger LOG = LoggerFactory.getLogger(TwoReadings.class);

    /** Below this a person takes over; DESIGN's trigger. */
    private static final double LEAST_CONFIDENCE = 0.75;

    private static final int MOST_REASONS = 3;
    private static final int LONGEST_REASON = 160;

    static final String BECAUSE_OF_MODEL = "as-the-model-reads-it";

    /** What triage goes on with. */
    record Joined(Classification classification, Urgency urgency, Reading reading) {}

    private final ModelTriage model;

    TwoReadings(ModelTriage model) {
        this.model = model;
    }

    Joined join(CaseRecord record, List<Message> messages, Classification embedded, Urgency urgency) {
        Answer<Sorted> answer = model.sort(record, messages, urgency);
        return switch (answer) {
            case Said<Sorted>(var sorted, var _, var by) -> joined(sorted, by, embedded, urgency);
            case Failed<Sorted> failed -> {
                LOG.warn(
                        "triage goes on without its model case={} model={} fault={}",
                        record.id(),
                        model.name(),
                        failed.fault().label());
                yield new Joined(embedded, urgency, withoutModel(failed));
            }
        };
    }

    private Joined joined(Sorted sorted, String by, Classification embedded, Urgency urgency) {
        double confidence = confidence(sorted, embedded);
        var reasons = sorted.reasons().stream()
                .limit(MOST_REASONS)
                .map(TwoReadings::brief)
                .toList();
        var triggers = new ArrayList<Trigger>();
        sorted.triggers().stream()
                .distinct()
                .map(sign -> new Trigger(sign.kind(), "as the triage model reads it: " + String.join("; ", reasons)))
                .forEach(triggers::add);
        if (confidence < LEAST_CONFIDENCE) {
            triggers.add(new Trigger(
                    Trigger.Kind.LOW_CONFIDENCE,
                    "the triage model says " + sorted.category().label() + ", the embedded engine "
                            + embedded.category().label()));
        }
        var classification = new Classification(
                sorted.category(),
                secondary(sorted, embedded),
                confidence,
                embedded.subIntent(),
                embedded.productArea(),
                embedded.isOutOfScope() || sorted.triggers().contains(Sign.OUT_OF_SCOPE));
        return new Joined(
                classification,
                graver(sorted.priority(), urgency),
                new Reading(by, model.promptHash(), reasons, triggers));
    }

    /**
     * Never a model's word for itself: the embedded engine's is calibrated, so its doubt says how often the other may be
     * right. Two that agree halve the doubt; that they err together keeps it from being less.
     */
    private static double confidence(Sorted sorted, Classification embedded) {
        double doubt = 1 - embedded.confidence();
        if (sorted.category() == embedded.category()) {
            return 1 - doubt / 2;
        }
        return Math.min(doubt, Math.nextDown(LEAST_CONFIDENCE));
    }

    /** A disagreement leaves the other category in sight of the person who gets the case. */
    private static Optional<Category> secondary(Sorted sorted, Classification embedded) {
        if (sorted.secondary() != sorted.category()) {
            return Optional.of(sorted.secondary());
        }
        return sorted.category() == embedded.category() ? embedded.secondary() : Optional.of(embedded.category());
    }

    private static Urgency graver(Priority models, Urgency embedded) {
        return models.compareTo(embedded.priority()) < 0
                ? new Urgency(models, BECAUSE_OF_MODEL, embedded.words(), embedded.setAside())
                : embedded;
    }

    private Reading withoutModel(Failed<?> failed) {
        String fault = model.name() + ": " + failed.fault().label() + ", " + failed.why();
        Optional<Trigger> trigger = trigger(failed.fault(), fault);
        return new Reading(
                "embedded",
                model.promptHash(),
                List.of("the embedded engine stands in for " + fault),
                trigger.stream().toList());
    }

    /** An answer that came and cannot be used may hide something grave; a model that cannot be asked says nothing. */
    private static Optional<Trigger> trigger(Fault fault, String why) {
        return switch (fault) {
            case UNREADABLE, TRUNCATED, REFUSED, EXTRA_TEXT, WRONG_SCHEMA ->
                Optional.of(new Trigger(Trigger.Kind.LOW_CONFIDENCE, "the triage model gave no usable answer: " + why));
            case BUDGET_SPENT -> Optional.of(new Trigger(Trigger.Kind.BUDGET_SPENT, why));
            case RATE_LIMITED, OVERLOADED, TIMED_OUT, UNREACHABLE, SERVER_ERROR, REJECTED, SUSPENDED ->
                Optional.empty();
        };
    }

    private static String brief(String reason) {
        var flat = reason.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return flat.length() <= LONGEST_REASON
                ? flat
                : flat.substring(0, LONGEST_REASON).strip() + "…";
    }
}
