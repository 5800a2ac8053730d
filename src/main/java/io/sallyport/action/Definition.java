package io.sallyport.action;

import io.sallyport.casefile.Assurance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One action of the catalogue.
 *
 * @param name as plans and policies call it, such as {@code refund}
 * @param hash SHA-256 in hex of the entry as it was read; plans name it
 * @param carriedOutBy the connector's binding, such as {@code sandbox/refund}
 * @param lookedUp the binding that is asked what became of it
 * @param leastAssurance below this nobody is asked for anything but proof
 * @param isReversible whether {@code carriedOutBy} can take it back
 * @param details what planning and receipts go by
 */
public record Definition(
        String name,
        String hash,
        String carriedOutBy,
        String lookedUp,
        Assurance leastAssurance,
        boolean isReversible,
        Details details) {

    /** One that nothing can be planned by. */
    public Definition(String name, String hash, String carriedOutBy, Assurance leastAssurance, boolean isReversible) {
        this(name, hash, carriedOutBy, carriedOutBy, leastAssurance, isReversible, Details.NONE);
    }

    /** How much harm it does when it is wrong. */
    public enum Risk {
        LOW,
        MEDIUM,
        HIGH;

        /** As files and people write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Names of the arguments that a plan of it may have. */
    public Set<String> arguments() {
        return details.arguments().all().stream().map(Argument::name).collect(Collectors.toSet());
    }

    /**
     * What planning and receipts go by.
     *
     * @param title as the console shows it
     * @param does in words for a customer, after "to"
     * @param about the kinds of record one of which it is about; the argument of that name holds its id
     * @param wishes sections of the phrase list, besides its own, by which customers ask for it
     * @param phrases a company's own, in the notation of phrase lists
     * @param includes actions that this one covers, so that a wish for both is a wish for this
     * @param arguments what arguments it takes
     * @param money which arguments hold the sum that it moves
     * @param plausible by kind, which records it can be meant for when the customer names none
     * @param must by kind and field, the only values under which a plan is made at all
     * @param datedBy the field that a month in the message is compared with
     * @param reads {@code kind.field} of what policies are shown
     * @param undone {@code by-undo} or {@code never}
     * @param risk for whoever decides on a plan of it
     * @param reasons codes, the first for a reason that was not recognized
     * @param receipt sentences for the customer with {@code {field}} for what the other side confirmed
     * @param file where it was read, for people
     */
    public record Details(
            String title,
            String does,
            List<String> about,
            List<String> wishes,
            List<String> phrases,
            Set<String> includes,
            Arguments arguments,
            Optional<Money> money,
            Map<String, Plausible> plausible,
            Map<String, Map<String, Set<String>>> must,
            Optional<String> datedBy,
            Set<String> reads,
            String undone,
            Risk risk,
            List<String> reasons,
            List<String> receipt,
            String file) {

        static final Details NONE = new Details(
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Arguments.NONE,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Set.of(),
                "never",
                Risk.HIGH,
                List.of("not-said"),
                List.of(),
                "");

        public Details {
            about = List.copyOf(about);
            wishes = List.copyOf(wishes);
            phrases = List.copyOf(phrases);
            includes = Set.copyOf(includes);
            plausible = Map.copyOf(plausible);
            must = Map.copyOf(must);
            reads = Set.copyOf(reads);
            reasons = List.copyOf(reasons);
            receipt = List.copyOf(receipt);
        }
    }

    /** The arguments that hold what it moves, in minor units, and the currency of it. */
    public record Money(String amount, String currency) {}

    /**
     * Which records an action can be meant for.
     *
     * @param fields by name, the values it may have
     * @param newer older ones are not meant; empty when age does not matter
     */
    public record Plausible(Map<String, Set<String>> fields, Optional<Newer> newer) {
        static final Plausible ANY = new Plausible(Map.of(), Optional.empty());

        public Plausible {
            fields = Map.copyOf(fields);
        }
    }

    /** @param field a day or a time */
    public record Newer(String field, int days) {}
}
