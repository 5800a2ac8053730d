package io.sallyport.gate.authorization;

import java.util.List;

/**
 * What the policies say to a request.
 *
 * @param allowed some policy permits, none forbids and none failed
 * @param spoke ids of the policies that decided it, sorted: those that permit where it is allowed, those that forbid where one
 *     does, none where no policy permits
 * @param errors what went wrong, in words; never empty where it is denied for it
 */
public record Ruling(boolean allowed, List<String> spoke, List<String> errors) {

    public Ruling {
        spoke = List.copyOf(spoke);
        errors = List.copyOf(errors);
        if (allowed && !errors.isEmpty()) {
            throw new IllegalArgumentException("allowed in spite of " + errors);
        }
    }

    /** What could not be computed forbids, too. */
    boolean forbidsBy(String policy) {
        return !allowed && (!errors.isEmpty() || spoke.contains(policy));
    }

    static Ruling broken(List<String> errors) {
        return new Ruling(false, List.of(), errors);
    }
}
