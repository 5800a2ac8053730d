package io.sallyport.casefile;

import java.util.Locale;

/** The four ways work leaves the desk, each with a mode of its own. */
public enum Lane {
    ANSWER,
    ACTION,
    ESCALATION,
    KNOWLEDGE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
