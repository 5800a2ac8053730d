package io.sallyport.routing;

import io.sallyport.casefile.HandOver;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Trigger.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which people get a case: those for what is grave, in this order, then those for its topic. */
public enum HumanQueue {
    LEGAL,
    SECURITY,
    SENIOR,
    BILLING,
    TECHNICAL,
    RETURNS,
    PRODUCT,
    ACCOUNT,
    /** What broke before anyone knew its topic. */
    GENERAL;

    /** Whose cases nobody else should read. */
    private static final Set<HumanQueue> CLOSED = Set.of(LEGAL, SECURITY);

    private Set<Kind> triggers() {
        return switch (this) {
            case LEGAL -> Set.of(Kind.LEGAL);
            case SECURITY -> Set.of(Kind.SECURITY, Kind.SAFETY);
            case SENIOR -> Set.of(Kind.VIP, Kind.AT_RISK);
            case BILLING, TECHNICAL, RETURNS, PRODUCT, ACCOUNT, GENERAL -> Set.of();
        };
    }

    /** As pages, settings and cases write it: {@code billing}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<HumanQueue> find(String label) {
        return Arrays.stream(values())
                .filter(queue -> queue.label().equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(HumanQueue::label).toList();
    }

    /** @param found every reason to bring a person in */
    static String of(List<Trigger> found, Specialist specialist) {
        Stream<HumanQueue> grave = Arrays.stream(values())
                .filter(queue ->
                        found.stream().anyMatch(trigger -> queue.triggers().contains(trigger.kind())));
        return grave.findFirst().orElse(ofTopic(specialist)).label();
    }

    private static HumanQueue ofTopic(Specialist specialist) {
        return switch (specialist) {
            case BILLING -> BILLING;
            case TECHNICAL -> TECHNICAL;
            case RETURNS -> RETURNS;
            case PRODUCT -> PRODUCT;
            case ACCOUNT -> ACCOUNT;
        };
    }

    /**
     * The queue that gets a case of which people learn only later how grave it is; empty where it stays. What they had it
     * for already moves nothing: one of them may have found it to be another queue's.
     */
    public static Optional<String> afterMore(Standing.WithPeople people, List<Trigger> found) {
        boolean stays = find(people.queue()).filter(CLOSED::contains).isPresent();
        return Arrays.stream(values())
                .filter(queue -> !stays && CLOSED.contains(queue))
                .filter(queue -> found.stream()
                        .map(Trigger::kind)
                        .filter(kind -> !people.isHadFor(kind))
                        .anyMatch(queue.triggers()::contains))
                .findFirst()
                .map(HumanQueue::label);
    }

    /** The queue that gets a case after so many reminders; empty where it stays. */
    public static Optional<String> afterReminders(Standing.WithPeople people, int reminders) {
        boolean stays = find(people.queue())
                .filter(queue -> queue == SENIOR || CLOSED.contains(queue))
                .isPresent();
        return reminders < HandOver.PATIENCE || stays ? Optional.empty() : Optional.of(SENIOR.label());
    }
}
