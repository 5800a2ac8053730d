package io.sallyport.triage;

import io.sallyport.casefile.Category;
import io.sallyport.model.TunedNetwork.Reading;
import io.sallyport.model.TunedNetwork;
import io.sallyport.text.Latest;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the shipped network, taught with some seventeen thousand labelled messages, takes a message for. Reads it once, whoever asks; a long one
 * in passages, too, for what must not be missed.
 */
final class Taught {

    /** The messages at work, and at the start the plain ones that every kind is tried on. */
    private static final int REMEMBERED_TEXTS = 512;

    /** With fewer plain messages nobody knows how often a kind is mistaken here. */
    private static final int FEW = 50;

    /** With fewer grave messages of its own a company cannot tell whether they would be doubted. */
    private static final int ENOUGH_GRAVE = 20;

    /** In the logarithm of the odds: seven times less likely than the least likely one measured. */
    private static final double MARGIN = 2;

    /** The same, a hundred and fifty times: for what must not be missed. */
    private static final double GRAVE_MARGIN = 5;

    /** Twenty times likelier than need be. */
    private static final double SURE_MARGIN = 3;

    /** What stands around a passage may take its edge off, so it must be nearly three times likelier than a whole message. */
    private static final double PASSAGE_MARGIN = 1;

    /** One sentence among many is enough for these. */
    private static final Set<Kind> GRAVE = Set.of(Kind.P1, Kind.SECURITY, Kind.DANGER, Kind.PERSON, Kind.LEGAL);

    /** Whatever the network makes of them. */
    private static final Set<Kind> NEVER_DOUBTED = Set.of(Kind.DANGER, Kind.PERSON, Kind.LEGAL);

    /** Of messages that are not of a kind, the share that may be likelier than one that is worth a second look. */
    private static final String SUSPECT = "0.05";

    private final TunedNetwork network;
    private final Latest<String, Reading> readings;

    /** What a person must see; each with the share of other messages, not learned from, that may be taken for it. */
    enum Kind {
        P1("p1", "0.01"),
        /** P1 or P2. */
        URGENT("urgent", "0.03"),
        SECURITY("security", "0.005"),
        DANGER("safety", "0.01"),
        ELSEWHERE("elsewhere", "0.005"),
        PERSON("person-asked", "0.01"),
        LEGAL("legal", "0.005"),
        RAGE("severe-frustration", "0.005"),
        ATTEMPTS("repeated-attempts", "0.01"),
        /** Something is to be done that the catalogue of actions does not have. */
        BEYOND("action-needs-person", "0.02");

        private final String label;
        private final String mistaken;

        Kind(String label, String mistaken) {
            this.label = label;
            this.mistaken = mistaken;
        }
    }

    Taught(TunedNetwork network) {
        this.network = network;
        this.readings = new Latest<>(REMEMBERED_TEXTS, network::read);
    }

    /** @return calibrated, 0 to 1 */
    double share(String text, Category category) {
        return readings.of(text).shares().getOrDefault(category.label(), 0.0);
    }

    /** All that the network says of a text, in words that are the same wherever it says the same. */
    String reading(String text) {
        var reading = readings.of(text);
        return new TreeMap<>(reading.shares()) + " " + new TreeMap<>(reading.odds());
    }

    boolean is(Kind kind, String text) {
        return isBy(0, kind, text);
    }

    /** The same by {@link #SURE_MARGIN}. */
    boolean isSurely(Kind kind, String text) {
        return isBy(SURE_MARGIN, kind, text);
    }

    private boolean isBy(double margin, Kind kind, String text) {
        double odds = network.odds(kind.label, kind.mistaken) + margin;
        if (readings.of(text).odds(kind.label) > odds) {
            return true;
        }
        return GRAVE.contains(kind)
                && Passages.of(text).stream()
                        .anyMatch(passage -> readings.of(passage).odds(kind.label) > odds + PASSAGE_MARGIN);
    }

    /**
     * So unlike the kind, in each passage, too, that none measured was as unlike, and by far. What the catalogue of actions does not
     * have no words tell apart from what it has: there nothing counts but the whole.
     */
    boolean isNothingLike(Kind kind, String text) {
        if (kind == Kind.BEYOND) {
            return !is(kind, text);
        }
        double odds = network.leastOdds(kind.label) - (GRAVE.contains(kind) ? GRAVE_MARGIN : MARGIN);
        return Stream.concat(Stream.of(text), Passages.of(text).stream())
                .allMatch(part -> readings.of(part).odds(kind.label) < odds);
    }

    /** Whether examples that speak for the kind are to be heard. */
    boolean isSuspect(Kind kind, String text) {
        return readings.of(text).odds(kind.label) > network.odds(kind.label, SUSPECT);
    }

    /**
     * Of another trade it may know no grave message for one: where such a miss would matter, only what the company itself has shown it,
     * and enough of it, tells that it does.
     *
     * @param own the company's messages of the kind
     */
    boolean isToBeTrustedIn(Kind kind, List<String> own) {
        if (NEVER_DOUBTED.contains(kind)) {
            return false;
        }
        return !GRAVE.contains(kind)
                || (own.size() >= ENOUGH_GRAVE && own.stream().noneMatch(text -> isNothingLike(kind, text)));
    }

    /**
     * Another company's plain messages may be unlike all that was taught: the network is not heard on kinds it would see there
     * twice as often as where it was measured; one mistake tells nothing. Nor, with too few of them to tell, on what does not belong to the company.
     */
    boolean isToBeHeard(Kind kind, List<String> plain) {
        if (plain.size() < FEW) {
            return kind != Kind.ELSEWHERE;
        }
        long taken = plain.stream().filter(text -> is(kind, text)).count();
        return taken <= Math.max(1, 2 * Double.parseDouble(kind.mistaken) * plain.size());
    }
}
