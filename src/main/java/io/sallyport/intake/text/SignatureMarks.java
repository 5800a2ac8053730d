package io.sallyport.intake.text;

import java.util.List;
import java.util.regex.Pattern;

/** What tells a signature from what somebody wrote. */
final class SignatureMarks {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** More lines than this after {@code "-- "} are text that somebody separated, not a signature. */
    private static final int LONGEST_SIGNATURE = 14;

    /** Lines between a sign-off and the notice under it, blank ones and a company's address included. */
    private static final int MOST_BELOW = 60;

    /** Characters; what people write about themselves in one line is shorter. */
    private static final int LONGEST_ENTRY = 120;

    private static final Pattern DELIMITER = Pattern.compile("^\\s{0,3}--\\s*$");

    private static final Pattern SIGN_OFF = Pattern.compile(
            "^\\s*((kind|best|warm|warmest|many|with|yours)?\\s*(regards|wishes|sincerely|faithfully|truly|thanks|thank you|cheers)( in advance| so much)?"
                    + "|best|mit (freundlichen|besten) grüßen|(viele|liebe|beste|freundliche) grüße|mfg"
                    + "|cordialement|bien (cordialement|à vous)|saludos( cordiales)?|un saludo|atentamente"
                    + "|met vriendelijke groet(en)?|groeten|cordiali saluti|distinti saluti"
                    + "|atenciosamente|com os melhores cumprimentos|cumprimentos)\\s*[,.!]?\\s*$",
            FLAGS);

    private static final Pattern CONTACT = Pattern.compile(
            ".*(\\b(tel|phone|mobile|mob|fax|office|cell|direct)\\b\\s*[.:]|www\\.|https?://|\\+\\d[\\d ()/-]{7,}|\\S+@\\S+\\.\\S+).*",
            FLAGS);

    /** A line that carries what the case is about stays, wherever it stands. */
    private static final Pattern MATTER = Pattern.compile(
            ".*(\\?|\\b(order|invoice|ticket|case|account|serial|reference|ref|please|p\\.?s)\\b).*", FLAGS);

    /** Links hold question marks, too, and many a signature asks not to be printed. */
    private static final Pattern ASKS =
            Pattern.compile(".*(\\?(?![\\w=&/#])|\\b(please\\b(?!.{0,60}\\bprint)|p\\.?s\\b)).*", FLAGS);

    /** In small letters, as "Account Manager" is a title. */
    private static final Pattern REFERS =
            Pattern.compile(".*\\b(order|invoice|ticket|case|account|serial|reference|ref)\\b.*");

    private static final Pattern NUMBER = Pattern.compile(".*\\d.*");

    private SignatureMarks() {}

    /** The index of the first signature line, or the number of lines when there is none. */
    static int signatureStart(List<String> lines) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (DELIMITER.matcher(lines.get(i)).matches()) {
                boolean isSignature = countWritten(lines, i + 1) <= LONGEST_SIGNATURE && !holdsMatter(lines, i + 1);
                return isSignature ? i : lines.size();
            }
        }
        return contactBlockStart(lines);
    }

    /** A name line and contact details under a sign-off: the details go, sign-off and name stay. */
    private static int contactBlockStart(List<String> lines) {
        for (int i = Math.max(0, lines.size() - LONGEST_SIGNATURE); i < lines.size(); i++) {
            if (SIGN_OFF.matcher(shortened(lines.get(i))).matches()) {
                int start = afterName(lines, i + 1);
                List<String> rest = lines.subList(start, lines.size());
                boolean contact = rest.stream()
                        .anyMatch(l -> CONTACT.matcher(shortened(l)).matches());
                boolean matter = rest.stream().anyMatch(SignatureMarks::isMatter);
                return contact && !matter ? start : lines.size();
            }
        }
        return lines.size();
    }

    /** Whether a customer went on below two dashes, past the notice that a company hangs under its mail. */
    private static boolean holdsMatter(List<String> lines, int from) {
        int i = from;
        while (i < lines.size()) {
            int notice = LegalNotice.length(lines, i);
            String line = shortened(lines.get(i));
            boolean isProse = isLongProse(line) && !CONTACT.matcher(line).matches();
            if (notice == 0 && (isProse || asksOrRefers(line))) {
                return true;
            }
            i += Math.max(1, notice);
        }
        return false;
    }

    static boolean asksOrRefers(String whole) {
        String line = shortened(whole);
        return ASKS.matcher(line).matches() || (!CONTACT.matcher(line).matches() && refers(line));
    }

    private static boolean refers(String line) {
        return REFERS.matcher(line).matches()
                || (NUMBER.matcher(line).matches() && MATTER.matcher(line).matches());
    }

    private static boolean isLongProse(String line) {
        return line.length() > LONGEST_ENTRY && !line.startsWith("<");
    }

    private static boolean isMatter(String line) {
        return line.length() > LONGEST_ENTRY || MATTER.matcher(shortened(line)).matches();
    }

    /** Between a sign-off or signature mark and here stands nothing but what a signature holds. */
    static boolean standsBelowSignOff(List<String> lines, int at) {
        for (int i = at - 1; i >= Math.max(0, at - MOST_BELOW) && !isMatter(lines.get(i)); i--) {
            if (SIGN_OFF.matcher(shortened(lines.get(i))).matches()
                    || DELIMITER.matcher(lines.get(i)).matches()) {
                return true;
            }
        }
        return false;
    }

    private static int afterName(List<String> lines, int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return Math.min(i + 1, lines.size());
    }

    private static String shortened(String line) {
        return line.length() > 400 ? line.substring(0, 400) : line;
    }

    private static long countWritten(List<String> lines, int from) {
        return lines.subList(from, lines.size()).stream()
                .filter(l -> !l.isBlank())
                .count();
    }
}
