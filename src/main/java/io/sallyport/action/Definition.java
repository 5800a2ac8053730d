package io.sallyport.action;

import io.sallyport.casefile.Assurance;

/**
 * One action of the catalogue.
 *
 * @param name as plans and policies call it, such as {@code refund}
 * @param hash SHA-256 in hex of the entry as it was read; plans name it
 * @param carriedOutBy the connector's binding, such as {@code sandbox/refund}
 * @param leastAssurance below this nobody is asked for anything but proof
 * @param isReversible whether {@code carriedOutBy} can take it back
 */
public record Definition(
        String name, String hash, String carriedOutBy, Assurance leastAssurance, boolean isReversible) {}
