package io.sallyport.intake;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the keys of customers' pages: whoever holds one may read and write there, so nobody may guess one. */
final class PageLink {

    /** 192 bits. */
    private static final int BYTES = 24;

    private static final SecureRandom RANDOM = new SecureRandom();

    private PageLink() {}

    static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
