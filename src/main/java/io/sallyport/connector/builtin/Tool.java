package io.sallyport.connector.builtin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The tools that are built in. */
public enum Tool {
    TRACKER,
    CHAT,
    PAGES;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Tool> find(String label) {
        return Arrays.stream(values())
                .filter(tool -> tool.label().equals(label))
                .findFirst();
    }
}
