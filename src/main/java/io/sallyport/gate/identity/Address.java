package io.sallyport.gate.identity;

import java.util.regex.Pattern;

/**
 * Mail addresses compared as the account has them: exactly, but for the case of the letters A to Z. Folding of other letters
 * would let look-alikes in, such as the Kelvin sign, whose lower case is an ordinary k.
 */
final class Address {

    private static final Pattern FORM = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

    /** RFC 5321 4.5.3.1.3: 256 octets for a path, its angle brackets included. */
    private static final int LONGEST = 254;

    private Address() {}

    static boolean isAddress(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    static boolean isSame(String one, String other) {
        return isAddress(one) && lower(one).equals(lower(other));
    }

    static String lower(String address) {
        var lower = new StringBuilder(address.length());
        address.chars().map(c -> c >= 'A' && c <= 'Z' ? c + 32 : c).forEach(c -> lower.append((char) c));
        return lower.toString();
    }
}
