package io.sallyport.intake.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The boilerplate that companies hang under their mail. A heading such as "Legal notice" alone is none: a customer may
 * give notice, too.
 */
final class LegalNotice {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Says of the mail itself that it is confidential; no heading is needed. */
    private static final Pattern NOTICE = Pattern.compile(
            "^[\\s*_]*((this|the information in this) (e-?mail|message|communication|transmission).{0,160}(confidential|intended (only|solely)|privileged).*"
                    + "|diese (e-?mail|nachricht).{0,120}vertraulich.*"
                    + "|ce (message|courriel|e-?mail).{0,160}confidentiel.*"
                    + "|este (mensaje|correo|e-?mail).{0,160}confidencial.*|esta mensagem.{0,160}confidencia.*"
                    + "|questa? (messaggio|e-?mail|comunicazione).{0,160}(riservat|confidenzial).*"
                    + "|dit (bericht|e-?mail).{0,160}vertrouwelijk.*"
                    + "|(please )?consider the environment before printing.*)$",
            FLAGS | Pattern.DOTALL);

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

    private static final int LONGEST_READ = 1_000;

    private LegalNotice() {}

    /** Whether all from here on is such a notice. */
    static boolean startsAt(List<String> lines, int at) {
        String line = shortened(lines.get(at));
        if (NOTICE.matcher(line).matches()) {
            return true;
        }
        var heading = HEADING.matcher(line);
        if (!heading.lookingAt()) {
            return false;
        }
        return SignatureMarks.standsBelowSignOff(lines, at)
                || WORDING.matcher(paragraph(line.substring(heading.end()), lines, at + 1))
                        .find();
    }

    static boolean isHeading(String line) {
        return HEADING.matcher(shortened(line)).lookingAt();
    }

    /** What the heading is over, no further: a notice at a letter's end says nothing of the sentences above it. */
    private static String paragraph(String sameLine, List<String> lines, int from) {
        var text = new StringBuilder(sameLine);
        int i = from;
        while (text.toString().isBlank() && i < lines.size()) {
            text.append(lines.get(i++));
        }
        while (i < lines.size() && !lines.get(i).isBlank() && text.length() < LONGEST_READ) {
            text.append(' ').append(lines.get(i++));
        }
        return text.substring(0, Math.min(text.length(), LONGEST_READ));
    }

    private static String shortened(String line) {
        return line.length() > 400 ? line.substring(0, 400) : line;
    }
}
