package io.sallyport.gate.claim;

/** What the check says of a claim. */
public sealed interface Judgement {

    /** 0 to 1: how much of the claim one evidence sentence carries; at least 0.5 only when it is supported. */
    double score();

    /** @param boundTo the one evidence sentence that says it */
    record Supported(double score, String boundTo) implements Judgement {}

    /**
     * @param why in plain words, for the person who decides
     * @param nearest the evidence sentence that comes closest, empty when there is none
     */
    record NotSupported(String why, double score, String nearest) implements Judgement {}

    default boolean isSupported() {
        return switch (this) {
            case Supported _ -> true;
            case NotSupported _ -> false;
        };
    }
}
