package io.sallyport.intake.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lines by which mail programs announce quoted or forwarded mail, in the languages of their menus. */
final class ThreadMarks {

    /** A mail program wraps its attribution line over at most three lines. */
    private static final int ATTRIBUTION_LINES = 3;

    private static final int LONGEST_LINE = 400;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final List<Pattern> ATTRIBUTIONS = Stream.of(
                    "On .{4,250} wrote ?:",
                    "Am .{4,250} schrieb .{0,120}:|Am .{4,250} schrieb ?:",
                    "Le .{4,250} a écrit ?:",
                    "El .{4,250} escribió ?:",
                    "Op .{4,250} schreef .{0,120}:|Op .{4,250} schreef ?:|Op .{4,200} het volgende geschreven ?:",
                    "(Em|A|No dia) .{4,250} escreveu ?:",
                    "(Il|In data) .{4,250} ha scritto ?:",
                    "Den .{4,250} skrev .{0,120}:|Den .{4,250} skrev ?:",
                    "(W dniu|Dnia) .{4,250} napisał(\\(a\\)|a)? ?:",
                    "\\d{4}-\\d\\d-\\d\\d .{3,200}<\\S+@\\S+> ?:")
            .map(p -> Pattern.compile("^(" + p + ")$", FLAGS))
            .toList();

    /** These begin with a name, which any line may; they count on a line of their own only. */
    private static final Pattern NAMED_ATTRIBUTION = Pattern.compile(
            "^(.{0,100}<\\S+@\\S+>.{0,80} (wrote|schrieb|a écrit|escribió|schreef|ha scritto|escreveu|skrev) ?:"
                    + "|.{2,120} (schrieb am|escreveu (no dia|em)) .{4,80}:)$",
            FLAGS);

    private static final Pattern ADDRESS = Pattern.compile("\\S@\\S+\\.\\S");
    private static final Pattern WHOLE_DATE =
            Pattern.compile("\\b(19|20)\\d\\d\\b|\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d\\d\\b");
    private static final Pattern TIME =
            Pattern.compile("\\b\\d{1,2}(:| ?h ?)\\d\\d\\b|(?<![\\d.])\\d{1,2}\\.\\d\\d(?![\\d.])");

    private static final Pattern DIVIDER = Pattern.compile(
            "^\\W{2,}\\s*(original message|original appointment|ursprüngliche nachricht|original-?nachricht|message d.origine"
                    + "|message original|mensaje original|oorspronkelijk bericht|messaggio originale|mensagem original"
                    + "|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|wiadomość oryginalna"
                    + "|.{0,30}reply above this line.{0,20})\\s*\\W{2,}$",
            FLAGS);

    private static final Pattern FORWARD = Pattern.compile(
            "^(\\W{2,}\\s*(forwarded message|weitergeleitete nachricht|message transféré|message réexpédié"
                    + "|mensaje reenviado|doorgestuurd bericht|messaggio inoltrato|mensagem (re)?encaminhada"
                    + "|vidarebefordrat meddelande|videresendt (meddelelse|melding)|wiadomość przekazana)\\b.{0,40}"
                    + "|begin forwarded message ?:|anfang der weitergeleiteten (nachricht|e-mail) ?:"
                    + "|début du message (transféré|réexpédié) ?:|inicio del mensaje reenviado ?:"
                    + "|inizio (del )?messaggio inoltrato ?:|begin doorgestuurd bericht ?:"
                    + "|início da mensagem (re)?encaminhada ?:)$",
            FLAGS);

    private static final Pattern FORWARD_SUBJECT =
            Pattern.compile("^\\s*(fwd?|wg|tr|rv|enc|i|vb|doorst|vs)\\s*:.*", FLAGS);

    private static final Pattern FROM = header("from|von|de|da|van|från|fra|od");
    private static final Pattern DATE = header(
            "sent|date|gesendet( am)?|datum|envoyé( le)?|enviado( el| em)?|enviada em|fecha|verzonden|data|inviato|skickat|sendt|wysłano");
    private static final Pattern TO = header("to|an|à|a|para|aan|till|til|do|cc|kopie");
    private static final Pattern SUBJECT =
            header("subject|betreff|objet|asunto|onderwerp|assunto|oggetto|ämne|emne|temat");

    private ThreadMarks() {}

    private static Pattern header(String words) {
        return Pattern.compile("^[\\s*_]*(" + words + ")\\s?[*_]*:[*_]*(\\s.*|$)", FLAGS);
    }

    /** How many lines the attribution that starts at {@code at} takes, 0 when none starts there. */
    static int attribution(List<String> lines, int at) {
        var joined = new StringBuilder();
        for (int count = 1; count <= ATTRIBUTION_LINES && at + count <= lines.size(); count++) {
            String line = lines.get(at + count - 1).strip();
            if (line.isEmpty() || joined.length() + line.length() > LONGEST_LINE) {
                return 0;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(line);
            if (line.endsWith(":") && isAttribution(joined.toString(), count == 1)) {
                // The customer's own last line may begin as an attribution does; the shortest one is the program's.
                return count > 1 && attribution(lines, at + 1) > 0 ? 0 : count;
            }
        }
        return 0;
    }

    private static boolean isAttribution(String joined, boolean ownLine) {
        // Every mail program writes the date; a sentence that merely ends in "wrote:" rarely holds a digit or address.
        if (joined.indexOf('@') < 0 && joined.chars().noneMatch(Character::isDigit)) {
            return false;
        }
        String line = joined.replace('\u00A0', ' ').replace('\u202F', ' ');
        return ATTRIBUTIONS.stream().anyMatch(p -> p.matcher(line).matches())
                || (ownLine && NAMED_ATTRIBUTION.matcher(line).matches());
    }

    /** Mail programs write the address, or the date with its year and the time; people rarely write either. */
    static boolean isByProgram(List<String> attribution) {
        String line = String.join(" ", attribution);
        return ADDRESS.matcher(line).find()
                || (WHOLE_DATE.matcher(line).find() && TIME.matcher(line).find());
    }

    static boolean isDivider(String line) {
        return line.length() < LONGEST_LINE && DIVIDER.matcher(line.strip()).matches();
    }

    static boolean isForward(String line) {
        return line.length() < LONGEST_LINE && FORWARD.matcher(line.strip()).matches();
    }

    static boolean isForwardSubject(String subject) {
        return FORWARD_SUBJECT.matcher(subject).matches();
    }

    /** Whether a pasted mail head starts here: a sender line and two more kinds within the next six lines. */
    static boolean isHeaderBlock(List<String> lines, int at) {
        String first = shortened(lines.get(at));
        if (!FROM.matcher(first).matches() && !DATE.matcher(first).matches()) {
            return false;
        }
        List<String> block = lines.subList(at, Math.min(at + 7, lines.size())).stream()
                .map(ThreadMarks::shortened)
                .toList();
        long others = Stream.of(DATE, TO, SUBJECT)
                .filter(p -> block.stream().anyMatch(l -> p.matcher(l).matches()))
                .count();
        return block.stream().anyMatch(l -> FROM.matcher(l).matches()) && others >= 2;
    }

    private static String shortened(String line) {
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    }

    static boolean isQuoted(String line) {
        String text = line.stripLeading();
        return text.startsWith(">") || text.startsWith("|>");
    }
}
