package io.sallyport.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A person's yes to one plan.
 *
 * @param planHash of the very content that was approved
 * @param role the person's, at that moment
 * @param shown ids of the policies that had spoken against the plan by then; it opens no other
 * @param unheard where in the case's messages what the customer wrote while the plan waited for this yes begins; found when a
 *     case is read, and not written down
 */
public record Approval(String planHash, String by, String role, Instant at, List<String> shown, OptionalInt unheard) {

    /** How long a yes counts: records and people move on. */
    public static final Duration HOLDS = Duration.ofDays(7);

    public Approval {
        shown = idsOrNone(shown);
    }

    public Approval(String planHash, String by, String role, Instant at, List<String> shown) {
        this(planHash, by, role, at, shown, OptionalInt.empty());
    }

    public Approval(String planHash, String by, String role, Instant at) {
        this(planHash, by, role, at, List.of());
    }

    /** Whether it was said too long before that time to count. */
    public boolean isStale(Instant then) {
        return at.isBefore(then.minus(HOLDS));
    }

    /** The same, said in another role. */
    public Approval as(String otherRole) {
        return new Approval(planHash, by, otherRole, at, shown, unheard);
    }

    Approval unheard(OptionalInt from) {
        return new Approval(planHash, by, role, at, shown, from);
    }

    /** Where what was written while a plan waited for its yeses begins, unless it has been answered since. */
    public static OptionalInt firstUnheard(List<Approval> approvals, List<Message> messages) {
        return approvals.stream()
                .flatMapToInt(approval -> approval.unheard().stream())
                .filter(from -> SinceActed.unansweredFrom(from, messages).contains(messages.get(from)))
                .min();
    }

    /** Cases written before policies were kept hold no list at all: nobody can say what was shown, so it opens none. */
    static List<String> idsOrNone(@Nullable List<String> policies) {
        return policies == null ? List.of() : List.copyOf(policies);
    }
}
