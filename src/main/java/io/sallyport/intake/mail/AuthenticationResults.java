package io.sallyport.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server found out about a mail's sender, RFC 8601. */
public final class AuthenticationResults {

    private static final Pattern METHOD = Pattern.compile("\\s*dmarc\\s*=\\s*([a-z]+)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern FROM = Pattern.compile("(?:^|\\s)header\\.from\\s*=\\s*\"?([a-z0-9.-]+)\"?(?=\\s|$)");
    private static final Pattern SERVER = Pattern.compile("\\s*([^\\s;]+)(?:\\s+[0-9]+)?\\s*");

    private AuthenticationResults() {}

    /**
     * Whether our own mail server says that DMARC passed for the address in From.
     *
     * @param fields as {@link Mail#headers()} holds them: a line for each, the topmost first. Only the topmost is ours; when a
     *     further one bears our name somebody put it there, and none of them counts
     * @param servers the names under which our mail servers write; each strips such fields from what comes in
     */
    public static boolean isDmarcPass(String fields, String address, Set<String> servers) {
        List<String> lines =
                fields.lines().map(AuthenticationResults::withoutComments).toList();
        List<String> ours = lines.stream()
                .filter(line ->
                        server(line).filter(name -> isOurs(name, servers)).isPresent())
                .toList();
        return ours.size() == 1 && ours.getFirst().equals(lines.getFirst()) && isPass(ours.getFirst(), address);
    }

    private static boolean isOurs(String name, Set<String> servers) {
        return servers.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static Optional<String> server(String line) {
        Matcher server = SERVER.matcher(line.split(";", 2)[0]);
        return server.matches() ? Optional.of(server.group(1).replace("\"", "")) : Optional.empty();
    }

    private static boolean isPass(String line, String address) {
        var verdicts = new ArrayList<Matcher>();
        List<String> methods = splitOutsideQuotes(line.toLowerCase(Locale.ROOT));
        for (String method : methods.subList(1, methods.size())) {
            Matcher dmarc = METHOD.matcher(method);
            if (dmarc.matches()) {
                verdicts.add(dmarc);
            }
        }
        return verdicts.size() == 1
                && verdicts.getFirst().group(1).equals("pass")
                && isFor(Optional.ofNullable(verdicts.getFirst().group(2)).orElse(""), address);
    }

    /** One domain, and the very one behind the @: DMARC judges that of From, not a parent of it. */
    private static boolean isFor(String properties, String address) {
        List<String> domains =
                FROM.matcher(properties).results().map(found -> found.group(1)).toList();
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return domains.size() == 1 && domains.getFirst().equals(domain.toLowerCase(Locale.ROOT));
    }

    private static List<String> splitOutsideQuotes(String line) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            isQuoted ^= c == '"';
            if (c == ';' && !isQuoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                // What stands in quotes is somebody's words: it must not look like a property.
                part.append(isQuoted && c == ' ' ? '_' : c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** Comments nest; one that does not end takes the rest of the line with it. */
    private static String withoutComments(String line) {
        var kept = new StringBuilder();
        int depth = 0;
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && (isQuoted || depth > 0)) {
                i++;
            } else if (c == '"' && depth == 0) {
                isQuoted = !isQuoted;
                kept.append(c);
            } else if (c == '(' && !isQuoted) {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
