package io.sallyport.evaluation.actions;

/** A call about which no question can be put to the policies: an argument is missing, or names no record. It is not allowed. */
final class UnfitCall extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitCall(String message) {
        super(message);
    }
}
