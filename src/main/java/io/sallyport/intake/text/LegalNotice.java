package io.sallyport.intake.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The boilerplate that companies hang under their mail. A heading such as "Legal notice" alone is none: a customer may
 * give notice, too.
 */
final class LegalNotice {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Says of the mail itself that it is confidential, as a customer may, too; no heading is needed. */
    private static final Pattern NOTICE = Pattern.compile(
            "^[\\s*_]*((this|the information in this) (e-?mail|message|communication|transmission).{0,160}(confidential|intended (only|solely)|privileged).*"
                    + "|diese (e-?mail|nachricht).{0,120}vertraulich.*"
                    + "|ce (message|courriel|e-?mail).{0,160}confidentiel.*"
                    + "|este (mensaje|correo|e-?mail).{0,160}confidencial.*|esta mensagem.{0,160}confidencia.*"
                    + "|quest[ao] (messaggio|e-?mail|comunicazione).{0,160}(riservat|confidenzial).*"
                    + "|dit (bericht|e-?mail).{0,160}vertrouwelijk.*)$",
            FLAGS | Pattern.DOTALL);

    private static final Pattern PRINTING =
            Pattern.compile("^[\\s*_]*(please )?consider the environment before printing.*$", FLAGS);

    /** Says that and nothing more. */
    private static final Pattern STATEMENT = Pattern.compile(
            "^[\\s*_]*((this|the information in this) (e-?mail|message|communication|transmission)"
                    + "( and (any|its|all) [\\p{L} ]{1,40})? (is|are|may be) (strictly |private and )?confidential"
                    + "( (and|or) [\\p{L} ]{1,30})?|diese (e-?mail|nachricht) ist (streng )?vertraulich"
                    + "|ce (message|courriel|e-?mail) est (strictement )?confidentiel"
                    + "|este (mensaje|correo|e-?mail) es confidencial|esta mensagem é confidencial"
                    + "|quest[ao] (messaggio|e-?mail|comunicazione) è (riservat[ao]|confidenziale)"
                    + "|dit (bericht|e-?mail) is (strikt )?vertrouwelijk)[\\s*_.!]*$",
            FLAGS);

    /** Speaks to whoever has the mail and should not. */
    private static final Pattern READERS = Pattern.compile(
            "\\b(intended|named|designated|correct|not the) recipient|\\baddressee"
                    + "|\\bintended (only|solely|exclusively|for)\\b"
                    + "|\\blegally privileged\\b|\\bprivileged (and|or)\\b|\\b(and|or|and/or) privileged\\b"
                    + "|\\breceived .{0,40}\\bin error\\b"
                    + "|\\badressat|\\b(richtige|vorgesehene|angegebene|nicht der) empfänger|\\birrtümlich"
                    + "|\\bdestinatair|\\bdestinat[aá]ri|\\bpar erreur\\b"
                    + "|\\bpo?r (error|engano|errore)\\b|\\bper errore\\b"
                    + "|\\bgeadresseerde|\\bbeoogde ontvanger|\\b(uitsluitend|alleen) bestemd\\b",
            FLAGS);

    /** No company says "I"; "I dati", the data, is Italian. */
    private static final Pattern OWN = Pattern.compile(
            "\\b((?-i:I)(?! (dati|contenuti|destinatari|messaggi|suoi|nostri|vostri|presenti|file)\\b)"
                    + "|my|mine|me|myself|ich|mir|mich|mein\\p{L}*|je|mon|moi|yo|mi|mis|ik|mijn|io|mio|mia|miei"
                    + "|eu|meus?|minhas?)\\b",
            FLAGS);

    private static final Pattern HEADING = Pattern.compile(
            "^[\\s*_]*((confidentiality|confidential|legal|privacy) (notice|disclaimer)|disclaimer ?(?=:))"
                    + "[\\s*_]*:?[\\s*_]*",
            FLAGS);

    /** Who complains of a leak writes "confidential" alone; only a notice says it of the mail and its readers. */
    private static final Pattern WORDING = Pattern.compile(
            "\\b(intended|named|designated) (recipient|addressee)|\\bintended (only|solely|exclusively)\\b"
                    + "|\\bthis (e-?mail|mail|message|communication|transmission|document)\\b.{0,160}"
                    + "\\b(confidential|privileged)\\b|\\bconfidential (and|or)( may be| is)?( legally)? privileged\\b"
                    + "|\\breceived (this|it|the) .{0,40}\\bin error\\b"
                    + "|\\bdiese[rs]? (e-?mail|nachricht)\\b.{0,160}\\bvertraulich"
                    + "|\\bce (message|courriel|e-?mail)\\b.{0,160}\\bconfidentiel"
                    + "|\\best[ae] (mensaje|correo|mensagem|e-?mail)\\b.{0,160}\\bconfidencia"
                    + "|\\bquest[ao] (messaggio|comunicazione|e-?mail)\\b.{0,160}\\b(riservat|confidenzial)"
                    + "|\\b(dit|deze) (bericht|e-?mail)\\b.{0,160}\\bvertrouwelijk",
            FLAGS);

    /** Characters of a paragraph; what is longer is no notice. */
    private static final int LONGEST_READ = 4_000;

    private LegalNotice() {}

    /** How many lines at {@code at} are such a notice: 0 where it is none, or where a customer speaks in it. */
    static int length(List<String> lines, int at) {
        String line = shortened(lines.get(at));
        var heading = HEADING.matcher(line);
        boolean isHeading = heading.lookingAt();
        if (!isHeading && !isCandidate(line)) {
            return 0;
        }
        boolean isHeadingAlone = isHeading && line.substring(heading.end()).isBlank();
        int end = paragraphEnd(lines, isHeadingAlone ? nextWritten(lines, at + 1) : at);
        String said = joined(lines, at, end);
        if (said.length() > LONGEST_READ || OWN.matcher(said).find()) {
            return 0;
        }
        boolean isBelowSignOff = SignatureMarks.standsBelowSignOff(lines, at);
        boolean isNotice = isHeading
                ? isBelowSignOff || WORDING.matcher(said).find()
                : PRINTING.matcher(line).matches() || isOfReaders(said);
        return isNotice ? lastEnd(lines, end, isBelowSignOff) - at : 0;
    }

    /** Under a whole mail, where a mail server hangs it, a heading is enough. */
    static boolean isUnderQuote(List<String> lines, int at) {
        if (!HEADING.matcher(shortened(lines.get(at))).lookingAt()) {
            return false;
        }
        int end = paragraphEnd(lines, nextWritten(lines, at + 1));
        return !OWN.matcher(joined(lines, at, end)).find();
    }

    private static boolean isCandidate(String line) {
        return NOTICE.matcher(line).matches() || PRINTING.matcher(line).matches();
    }

    private static boolean isOfReaders(String said) {
        return STATEMENT.matcher(said).matches() || READERS.matcher(said).find();
    }

    /** Further paragraphs of boilerplate belong to it; the customer may go on under it. */
    private static int lastEnd(List<String> lines, int from, boolean isBelowSignOff) {
        int end = from;
        int next = nextWritten(lines, end);
        while (next < lines.size() && goesOn(lines, next, isBelowSignOff)) {
            end = paragraphEnd(lines, next);
            next = nextWritten(lines, end);
        }
        return end;
    }

    private static boolean goesOn(List<String> lines, int at, boolean isBelowSignOff) {
        int end = paragraphEnd(lines, at);
        String said = joined(lines, at, end);
        if (said.length() > LONGEST_READ || OWN.matcher(said).find()) {
            return false;
        }
        return isOfReaders(said)
                || PRINTING.matcher(said).matches()
                || (isBelowSignOff && lines.subList(at, end).stream().noneMatch(SignatureMarks::asksOrRefers));
    }

    private static int nextWritten(List<String> lines, int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }

    private static int paragraphEnd(List<String> lines, int from) {
        int i = from;
        for (int read = 0; i < lines.size() && !lines.get(i).isBlank() && read <= LONGEST_READ; i++) {
            read += lines.get(i).length() + 1;
        }
        return i;
    }

    private static String joined(List<String> lines, int from, int to) {
        return String.join(" ", lines.subList(from, to));
    }

    private static String shortened(String line) {
        return line.length() > 400 ? line.substring(0, 400) : line;
    }
}
