package io.sallyport.casefile;

import java.util.Locale;

/** How far a lane may go by itself. */
public enum LaneMode {
    /** People do it. */
    OFF,
    /** Done and recorded, nothing visible outside. */
    SHADOW,
    /** Prepared; a person approves. */
    DRAFT,
    /** Sent once the gates have passed it. */
    AUTO;

    /** Nothing leaves it, whatever a person decides. */
    public boolean isShut() {
        return this == OFF || this == SHADOW;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
