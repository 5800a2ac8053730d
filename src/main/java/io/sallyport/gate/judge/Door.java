package io.sallyport.gate.judge;

import java.util.function.Supplier;

/**
 * Where gates are asked for the last time before something leaves. Whoever stands there holds the lane's door open, and the
 * kill-switch waits for them: so nobody asks a model there. What a judge has said before is on the case.
 */
public final class Door {

    private static final ScopedValue<Boolean> AT = ScopedValue.newInstance();

    private Door() {}

    /** Runs on this very thread what is decided at the door. */
    public static <T> T at(Supplier<T> decision) {
        return ScopedValue.where(AT, true).call(decision::get);
    }

    static boolean isHere() {
        return AT.isBound();
    }
}
