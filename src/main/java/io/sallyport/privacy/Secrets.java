package io.sallyport.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What opens a door: keys, tokens, passwords that are named as such, credentials inside links. */
final class Secrets implements Finder {

    private static final List<Pattern> PATTERNS = List.of(
            // The kinds of keys that announce themselves: OpenAI and Stripe, GitHub, Slack, AWS, Google, GitLab, npm.
            Pattern.compile("\\b(?:sk|pk|rk|whsec)[-_][A-Za-z0-9_-]{16,}"),
            Pattern.compile("\\b(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[a-z]-|AIza)[A-Za-z0-9_-]{10,}"),
            Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
            // A JSON Web Token.
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)?"),
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*-----|\\z)"),
            Pattern.compile("(?i)\\b(?:bearer|basic)\\s+(?<value>[A-Za-z0-9+/=._~-]{12,})"),
            Pattern.compile(
                    "(?i)\\b(?:password|passwd|passcode|pwd|pin(?: code)?|secret|api[ _-]?key|access[ _-]?key|token|one-time code|verification code|cvv|cvc)"
                            + "(?:\\s+(?:is|was)|\\s*[:=])\\s*[\"'`]?(?<value>(?=\\S*[\\d!@#$%^&*_+])[^\\s\"'`,;]{3,200})"),
            Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]{1,15}://(?<value>[^\\s/@:]+:[^\\s/@]+)@"),
            Pattern.compile(
                    "(?i)[?&#;](?:[a-z_-]*(?:token|key|secret|password|passwd|pwd|signature|sig|session|sid|auth|code|otp)[a-z_-]*)=(?<value>[^\\s&#\"'<>]+)"),
            // Unguessable: letters and digits mixed over a length that no product name has.
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}_-])(?=[A-Za-z0-9_+/=-]*\\d)(?=[A-Za-z0-9_+/=-]*[A-Za-z])(?=[A-Za-z_+/=-]*\\d[A-Za-z0-9_+/=-]*[A-Za-z])[A-Za-z0-9_+=-]{24,}(?![\\p{L}\\p{N}_-])"));

    @Override
    public List<Finding> in(String text) {
        var found = new ArrayList<Finding>();
        PATTERNS.forEach(pattern -> found.addAll(Matches.of(Kind.SECRET, pattern, text)));
        return found;
    }
}
