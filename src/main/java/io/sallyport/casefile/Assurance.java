package io.sallyport.casefile;

import java.util.Locale;

/** How sure it is that the person who writes is the customer, weakest first. */
public enum Assurance {
    NONE,
    /** They say so. */
    CLAIMED,
    /** The channel vouches for the sender, and the CRM knows that sender. */
    MATCHED,
    /** A one-time code to the address on file or an OpenID Connect step-up, a short while ago. */
    PROVEN;

    public boolean isAtLeast(Assurance needed) {
        return compareTo(needed) >= 0;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
