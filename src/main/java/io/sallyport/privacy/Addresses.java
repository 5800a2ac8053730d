package io.sallyport.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses on the network: e-mail and IP. */
final class Addresses implements Finder {

    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]{0,63}(?:@|\\s?(?:\\[at\\]|\\(at\\))\\s?)[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}\\.){1,8}[\\p{L}\\p{N}-]{2,24}");

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    /** Four numbers are a version where one says so; loopback and unset say nothing of a person. */
    private static final Pattern IP_V4 =
            Pattern.compile("(?<![\\d.])(?<!(?i:\\bv|version|firmware|release)\\s?)(?!127\\.|0\\.0\\.0\\.0)(?:" + BYTE
                    + "\\.){3}" + BYTE + "(?!\\.?\\d)");

    private static final Pattern IP_V6 = Pattern.compile(
            "(?<![\\p{L}\\p{N}:])(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?=[0-9A-Fa-f:]*::)(?=[0-9A-Fa-f:]*\\d)(?:[0-9A-Fa-f]{1,4}:){1,6}(?::?[0-9A-Fa-f]{0,4}){1,6})(?![\\p{L}\\p{N}:])");

    @Override
    public List<Finding> in(String text) {
        var found = new ArrayList<>(Matches.of(Kind.EMAIL, EMAIL, text));
        found.addAll(Matches.of(Kind.IP, IP_V4, text));
        found.addAll(Matches.of(Kind.IP, IP_V6, text));
        return found;
    }
}
