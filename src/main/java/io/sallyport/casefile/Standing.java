package io.sallyport.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who has the case now. */
public sealed interface Standing {

    record AtWork() implements Standing {}

    /**
     * In the human queue; once someone has claimed it the machine is silent.
     *
     * @param owner the person who claimed it
     */
    record WithPeople(
            String queue,
            Instant since,
            List<Trigger> triggers,
            String why,
            List<Verdict.Flag> flags,
            Optional<String> owner)
            implements Standing {

        /** Why a case comes back whose customer engineering's news did not help. */
        public static final String STILL_BROKEN = "the customer says that it is still broken";

        private static final Set<Trigger.Kind> FOR_PEOPLE_ALONE = Set.of(
                Trigger.Kind.LEGAL,
                Trigger.Kind.SECURITY,
                Trigger.Kind.SAFETY,
                Trigger.Kind.PERSON_ASKED,
                Trigger.Kind.VIP);

        public WithPeople {
            triggers = List.copyOf(triggers);
            flags = List.copyOf(flags);
        }

        /** Whether nobody but a person may say that it is over, even where what the customer reported is mended. */
        public boolean isForPeopleAlone() {
            return owner.isPresent() || triggers.stream().anyMatch(why -> FOR_PEOPLE_ALONE.contains(why.kind()));
        }

        /** Whether this is among the reasons for which they have it. */
        public boolean isHadFor(Trigger.Kind kind) {
            return triggers.stream().anyMatch(why -> why.kind() == kind);
        }

        WithPeople in(String other) {
            return new WithPeople(other, since, triggers, why, flags, owner);
        }

        /** Of each kind once, as it was noticed first. */
        WithPeople with(List<Trigger> noticed) {
            List<Trigger> all = Stream.concat(
                            triggers.stream(),
                            noticed.stream()
                                    .filter(one -> triggers.stream().noneMatch(known -> known.kind() == one.kind())))
                    .toList();
            return new WithPeople(queue, since, all, why, flags, owner);
        }

        /** What had brought it to people before still holds. */
        WithPeople because(String other) {
            return new WithPeople(queue, since, triggers, other, flags, owner);
        }

        /** Why it is before them once more; since when they have it, and for what, stays. */
        WithPeople again(Fact.Escalated escalated) {
            return new WithPeople(
                    escalated.queue(),
                    since,
                    Stream.concat(triggers.stream(), escalated.triggers().stream())
                            .distinct()
                            .toList(),
                    escalated.why(),
                    Stream.concat(flags.stream(), escalated.flags().stream())
                            .distinct()
                            .toList(),
                    owner);
        }

        WithPeople ownedBy(Optional<String> person) {
            return new WithPeople(queue, since, triggers, why, flags, person);
        }
    }

    record AwaitingCustomer(Instant since) implements Standing {}

    record Resolved(Instant at, String by, String how) implements Standing {}

    record Junk(String why) implements Standing {}

    /** All that {@link #label()} says. */
    List<String> LABELS = List.of("at work", "with people", "answered", "resolved", "junk");

    /** One word for lists. */
    default String label() {
        return switch (this) {
            case AtWork() -> "at work";
            case WithPeople _ -> "with people";
            case AwaitingCustomer _ -> "answered";
            case Resolved _ -> "resolved";
            case Junk _ -> "junk";
        };
    }
}
