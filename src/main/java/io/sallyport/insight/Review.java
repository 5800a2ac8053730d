package io.sallyport.insight;

import java.util.List;

/** What came of reviewing one reply. */
public sealed interface Review {

    /**
     * @param isGrounded whether every claim of it is borne out by the evidence it cites
     * @param remarks on single sentences, the reply's or the customer's
     * @param by the model as in the settings, or {@link #EMBEDDED}
     * @param promptHash names the instructions that the model was given; empty without a model
     */
    record Scored(
            Score accuracy,
            Score tone,
            Score policy,
            Score completeness,
            boolean isGrounded,
            List<Remark> remarks,
            String by,
            String promptHash)
            implements Review {

        public Scored {
            remarks = List.copyOf(remarks);
        }

        /** Not accurate is for people to look at: a customer may have been told what is not so. */
        public boolean isAccurate() {
            return isGrounded && accuracy.points() > MISLEADS;
        }
    }

    /**
     * The model gave nothing usable.
     *
     * @param why without anything the model or the customer wrote
     */
    record Missing(String why) implements Review {}

    /** @param sentence word for word */
    record Remark(String sentence, String why) {}

    /** Who reviewed where no language model did. */
    String EMBEDDED = "embedded";

    /** The highest score of a reply that misleads. */
    int MISLEADS = 2;
}
