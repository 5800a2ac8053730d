package io.sallyport.connector.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the sandbox can be made to fail. */
public enum Fault {
    /** Says no; nothing has changed. */
    REFUSE,
    /** Breaks before anything has changed. */
    FAIL_BEFORE,
    /** Breaks when everything has been written. */
    FAIL_AFTER,
    /** Does it, and never answers. */
    TIME_OUT,
    /** Neither does it nor answers. */
    HANG;

    /** As documents and the command line write it: {@code fail-before}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Fault> find(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label().equals(label))
                .findFirst();
    }

    @Override
    public String toString() {
        return label();
    }
}
