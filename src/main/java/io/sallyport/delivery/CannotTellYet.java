package io.sallyport.delivery;

/** The other side cannot say now what became of a call: nothing is repeated, and it is asked again after a pause. */
final class CannotTellYet extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    CannotTellYet(String effectId, String why) {
        super("the other side cannot tell what became of " + effectId + ": " + why);
    }
}
