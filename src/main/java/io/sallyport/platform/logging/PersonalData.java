package io.sallyport.platform.logging;

import java.util.regex.Pattern;

/** Masks what points at a person or opens a door. */
final class PersonalData {

    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}.-]{1,255}\\.[\\p{L}]{2,24}");

    /** Card, phone and account numbers: seven digits or more, however they are grouped. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}.])\\+?\\(?\\d(?:[ ()./-]{0,2}\\d){6,18}(?![\\p{L}\\p{N}])");

    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b");

    /**
     * Tokens, keys and unguessable links: long runs with letters and digits both. The id of an effect is none, and how people
     * find what a line is about.
     */
    private static final Pattern SECRET = Pattern.compile(
            "(?<![\\w-])(?!fx-[0-9a-f]{32}(?![\\w-]))(?=[\\w-]*\\d)(?=[\\w-]*[A-Za-z])[A-Za-z0-9_-]{24,}(?![\\w-])");

    /** Keys that announce themselves, and JSON Web Tokens. */
    private static final Pattern KEY = Pattern.compile("\\b(?:(?:sk|pk|rk|whsec)[-_][A-Za-z0-9_-]{10,}"
            + "|(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[a-z]-|AIza|AKIA|ASIA)[A-Za-z0-9_-]{10,}"
            + "|eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]+){1,2})");

    /** What is called a secret, in headers, links and settings. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(\\b(?:bearer|basic)\\s|\\b[a-z_-]{0,20}(?:token|key|secret|password|passwd|signature|otp)\\s?[=:]\\s?[\"']?)"
                    + "(?=[^\\s\"'&,;]{0,60}\\d)[^\\s\"'&,;]{3,}");

    private static final Pattern CREDENTIALS = Pattern.compile("://[^\\s/@:]{1,100}:[^\\s/@]{1,200}@");

    private PersonalData() {}

    static String masked(String line) {
        String masked = CREDENTIALS.matcher(line).replaceAll("://<secret>@");
        masked = NAMED.matcher(masked).replaceAll("$1<secret>");
        masked = KEY.matcher(masked).replaceAll("<secret>");
        masked = ADDRESS.matcher(masked).replaceAll("<address>");
        masked = IBAN.matcher(masked).replaceAll("<account>");
        masked = SECRET.matcher(masked).replaceAll("<secret>");
        return NUMBER.matcher(masked).replaceAll("<number>");
    }
}
