package io.sallyport.connector.builtin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a built-in tool can be made to fail. */
public enum ToolFault {
    /** Breaks before anything has changed, and cannot be asked either. */
    DOWN,
    /** Does it, and answers too late. */
    SLOW,
    /** Does it, and says that it broke. */
    ACCEPTS_BUT_SAYS_NO,
    /** Says no; nothing has changed. */
    REFUSES;

    /** As documents and the command line write it: {@code accepts-but-says-no}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ToolFault> find(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label().equals(label))
                .findFirst();
    }
}
