package io.sallyport.connector.sandbox;

/** Addresses in lower case, of A to Z alone: the lower case of the Kelvin sign is an ordinary k. */
final class Lower {

    private Lower() {}

    static String of(String address) {
        var lower = new StringBuilder(address.length());
        address.chars().map(c -> c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c).forEach(c -> lower.append((char) c));
        return lower.toString();
    }
}
