package io.sallyport.delivery;

/** A call certainly came to nothing: nothing has changed, and it may be tried again after a pause. */
final class NeverArrived extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NeverArrived(String effectId, String why) {
        super("the other side never got " + effectId + ": " + why);
    }
}
