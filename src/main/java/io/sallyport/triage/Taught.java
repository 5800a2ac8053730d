package io.sallyport.triage;

import io.sallyport.casefile.Category;
import io.sallyport.model.TunedNetwork;
import io.sallyport.model.TunedNetwork.Reading;
import io.sallyport.text.Latest;
import java.util.List;

/** What the shipped network, taught with some thousand labelled messages, takes a message for. Reads it once, whoever asks. */
final class Taught {

    /** The messages at work, and at the start the plain ones that every kind is tried on. */
    private static final int REMEMBERED_TEXTS = 512;

    /** With fewer plain messages nobody knows how often a kind is mistaken here. */
    private static final int FEW = 50;

    /** In the logarithm of the odds: seven times less likely than the least likely one measured. */
    private static final double MARGIN = 2;

    /** Twenty times likelier than need be. */
    private static final double SURE_MARGIN = 3;

    /** Of messages that are not of a kind, the share that may be likelier than one that is worth a second look. */
    private static final String SUSPECT = "0.05";

    private final TunedNetwork network;
    private final Latest<String, Reading> readings;

    /** What a person must see; each with the share of other messages, not learned from, that may be taken for it. */
    enum Kind {
        P1("p1", "0.01"),
        /** P1 or P2. */
        URGENT("urgent", "0.03"),
        SECURITY("security", "0.01"),
        DANGER("safety", "0.02"),
        ELSEWHERE("elsewhere", "0.01"),
        PERSON("person-asked", "0.02"),
        LEGAL("legal", "0.01"),
        RAGE("severe-frustration", "0.005"),
        ATTEMPTS("repeated-attempts", "0.02"),
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

    boolean is(Kind kind, String text) {
        return readings.of(text).odds(kind.label) > network.odds(kind.label, kind.mistaken);
    }

    /** The same by {@link #SURE_MARGIN}. */
    boolean isSurely(Kind kind, String text) {
        return readings.of(text).odds(kind.label) > network.odds(kind.label, kind.mistaken) + SURE_MARGIN;
    }

    /**
     * So unlike the kind that none measured was as unlike, and by far. What the catalogue of actions does not have no words tell
     * apart from what it has: there nothing counts but the whole.
     */
    boolean isNothingLike(Kind kind, String text) {
        if (kind == Kind.BEYOND) {
            return !is(kind, text);
        }
        return readings.of(text).odds(kind.label) < network.leastOdds(kind.label) - MARGIN;
    }

    /** Whether examples that speak for the kind are to be heard. */
    boolean isSuspect(Kind kind, String text) {
        return readings.of(text).odds(kind.label) > network.odds(kind.label, SUSPECT);
    }

    /**
     * Another company's plain messages may be unlike all that was taught: the network is not heard on kinds it would see there
     * twice as often as where it was measured; nor, with too few of them to tell, on what does not belong to the company.
     */
    boolean isToBeHeard(Kind kind, List<String> plain) {
        if (plain.size() < FEW) {
            return kind != Kind.ELSEWHERE;
        }
        long taken = plain.stream().filter(text -> is(kind, text)).count();
        return taken <= 2 * Double.parseDouble(kind.mistaken) * plain.size();
    }
}
