package io.sallyport.gate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises keys, tokens and passwords by the forms their issuers give them, and by their disorder. */
final class Secrets {

    private record Form(String what, Pattern pattern) {}

    private static final List<Form> FORMS = List.of(
            form("a private key", "-----BEGIN [A-Z ]*PRIVATE KEY"),
            form("an access key", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            form("an API key", "\\b(?:sk|pk|rk|api|key)[-_](?:live|test|prod|ant|proj)?[-_]?[A-Za-z0-9_-]{16,}\\b"),
            form(
                    "an access token",
                    "\\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|hf_|npm_|pypi-)[A-Za-z0-9_-]{10,}"),
            form("a signed token", "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)?"),
            form("an API key", "\\bAIza[0-9A-Za-z_-]{30,}"),
            form("a bearer token", "\\bbearer\\s+(?=[A-Za-z0-9._~+/-]*\\d)[A-Za-z0-9._~+/-]{16,}"),
            form(
                    "a password",
                    "\\b(?:password|passwd|passphrase|pwd|pin)\\s*(?:is|was|:|=)\\s*(?=\\S*[\\d!@#$%^&*])\\S{4,}"),
            form("a one-time code", "\\b(?:code|otp|passcode)\\s*(?:is|:|=)\\s*\\d{4,8}\\b"),
            form("a login in an address", "\\b[a-z][a-z0-9+.-]*://[^\\s/:@]+:[^\\s/@]+@"));

    /** Long runs of mixed letters and digits are nothing anybody writes by hand. */
    private static final Pattern RUN =
            Pattern.compile("(?<![\\p{L}\\p{N}/.@_-])[A-Za-z0-9_-]{24,}(?![\\p{L}\\p{N}/.@])");

    private Secrets() {}

    static Optional<String> findIn(String text) {
        return FORMS.stream()
                .filter(form -> form.pattern().matcher(text).find())
                .map(Form::what)
                .findFirst()
                .or(() -> RUN.matcher(text).results().anyMatch(run -> isDisordered(run.group()))
                        ? Optional.of("a key")
                        : Optional.empty());
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
