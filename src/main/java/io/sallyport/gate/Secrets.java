package io.sallyport.gate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises keys, tokens and passwords by the forms their issuers give them, and by their disorder. */
final class Secrets {

    private record Form(String what, Pattern pattern) {}

    /** Told by their own look. */
    private static final List<Form> KEYS = List.of(
            form("a private key", "-----BEGIN [A-Z ]*PRIVATE KEY"),
            form("an access key", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            form("an API key", "\\b(?:sk|pk|rk|api|key)[-_](?:live|test|prod|ant|proj)?[-_]?[A-Za-z0-9_-]{16,}\\b"),
            form(
                    "an access token",
                    "\\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|hf_|npm_|pypi-)[A-Za-z0-9_-]{10,}"),
            form("a signed token", "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)?"),
            form("an API key", "\\bAIza[0-9A-Za-z_-]{30,}"),
            form("a bearer token", "\\bbearer\\s+(?=[A-Za-z0-9._~+/-]*\\d)[A-Za-z0-9._~+/-]{16,}"),
            form("a login in an address", "\\b[a-z][a-z0-9+.-]*://[^\\s/:@]+:[^\\s/@]+@"));

    /** Told only by the words before them, which public articles use of defaults, too. */
    private static final List<Form> NAMED = List.of(
            form(
                    "a password",
                    "\\b(?:password|passwd|passphrase|pwd|pin)\\s*(?:is|was|:|=)\\s*(?=\\S*[\\d!@#$%^&*])\\S{4,}"),
            form(
                    "a one-time code",
                    "(?<!\\b(?:error|status|country|area|zip|postal|product|discount|promo)[\\s-]{1,3})"
                            + "\\b(?:code|otp|passcode)\\s*(?:is|:|=)\\s*\\d{4,8}\\b"));

    /** Long runs of mixed letters and digits are nothing anybody writes by hand. */
    private static final Pattern RUN =
            Pattern.compile("(?<![\\p{L}\\p{N}/.@_-])[A-Za-z0-9_-]{24,}(?![\\p{L}\\p{N}/.@])");

    private Secrets() {}

    static Optional<String> findIn(String text) {
        return findKeyIn(text).or(() -> findNamedIn(text));
    }

    /** A key or token, which nobody publishes. */
    static Optional<String> findKeyIn(String text) {
        return first(KEYS, text)
                .or(() -> RUN.matcher(text).results().anyMatch(run -> isDisordered(run.group()))
                        ? Optional.of("a key")
                        : Optional.empty());
    }

    /** A password or code, as the words around it call it. */
    static Optional<String> findNamedIn(String text) {
        return first(NAMED, text);
    }

    private static Optional<String> first(List<Form> forms, String text) {
        return forms.stream()
                .filter(form -> form.pattern().matcher(text).find())
                .map(Form::what)
                .findFirst();
    }

    private static boolean isDisordered(String run) {
        int changes = 0;
        for (int i = 1; i < run.length(); i++) {
            changes += kind(run.charAt(i)) == kind(run.charAt(i - 1)) ? 0 : 1;
        }
        boolean digits = run.chars().filter(Character::isDigit).count() >= 3;
        return digits && changes * 4 >= run.length();
    }

    private static int kind(char c) {
        return Character.isDigit(c) ? 0 : Character.isUpperCase(c) ? 1 : Character.isLowerCase(c) ? 2 : 3;
    }

    private static Form form(String what, String pattern) {
        return new Form(what, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }
}
