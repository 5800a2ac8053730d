package io.sallyport.intake.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The line that a phone or a mail program hangs under what it sends. It names itself and says nothing else; what holds
 * any other word was written by somebody.
 */
final class DeviceFooter {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int LONGEST = 160;

    private static final Pattern OPENING = Pattern.compile(
            "^[\\s*_]*(sent (from|via|with|using)|get (?=outlook)|gesendet (von|mit|über|aus|from)"
                    + "|(diese nachricht wurde )?(von|mit) mein\\p{L}*(?=.*\\bgesendet[\\s*_.]*$)"
                    + "|(holen sie sich |télécharger |obtenir |obtener |descargar |(obter|baixar|transferir) o "
                    + "|scarica |ottieni )(?=outlook)"
                    + "|(?=outlook für \\w+ (herunterladen|beziehen))|(?=outlook voor \\w+ downloaden)"
                    + "|envoyé (de|depuis|à partir d[e’'])|enviado (desde|de|do|da|pelo|a partir d[oe])"
                    + "|(verzonden|verstuurd) (vanaf|vanuit|met|via|vanop)|inviato (da|dal|dallo|dalla|con)"
                    + "|skickat från|sendt fra|wysłan[eoa] z|lähetetty)((?<=[’'])|(?=[\\s*_]|outlook)|(?<=\\s))",
            FLAGS);

    /** Some beg pardon for the keyboard. */
    private static final Pattern PARDON = Pattern.compile(
            "[,.;:–—-]? (so |please |pls )*(excuse|forgive|pardon|sorry for|apologies for|bitte entschuldigen)\\b"
                    + "[\\p{L} ,’']{0,50}\\b(typos?|brevity|errors|mistakes|autocorrect|tippfehler|kürze)[\\s*_.!]*$",
            FLAGS);

    private static final Pattern LINK = Pattern.compile("<[^<>]*>|https?://(aka|go|overview|yho|proton)\\.\\S+");

    private static final Set<String> NAMES = words("""
            iphone ipad ipod phone phones smartphone smartphones tablet mobile mobiltelefon handy cell cellphone galaxy
            samsung huawei honor xiaomi redmi poco oppo oneplus realme pixel nexus nokia motorola moto htc xperia
            blackberry itel tecno infinix lenovo fairphone zte macbook mac imac android kindle ios ipados windows
            outlook hotmail yahoo proton protonmail gmail tuta tutanota gmx web.de t-online telekom icloud aol
            thunderbird fairemail k-9 airmail mailbird bluemail bluewin typemail mymail mailspring fastmail zoho
            superhuman boxer libero freenet posteo yandex laposte orange sfr móvil movil celular téléphone telefon
            telefoon telefono portable mobiele gsm iphonesta ipadista androidista
            puhelimesta tabletista
            """);

    /** What stands beside the names: "the all new … app for …, an … 5G evolution capable …". */
    private static final Set<String> FILLERS = words("""
            my mein meine meinem meiner mon ma mi mio mia meu minha mijn min mit mitt mojego mojej
            the a an of der die das dem den le la les l d un une el il lo o os az
            for für pour para per voor til till dla on auf sur en op su na från via with mit met con avec from von da
            de do mail e-mail email e mails app apps application aplicación applicazione client posta correo correio courrier
            post poczta epost e-post desktop secure encrypted free all new smart device network handheld handset one
            wireless powered by using capable evolution lte pro plus max mini ultra lite note edge fold flip power play
            neo tab duos se fe duo air series workspace em messenger google apple microsoft sony lg asus verizon
            vodafone t-mobile at t sprint o2 ee three claro movistar gesendet herunterladen beziehen downloaden nine
            blue aqua spark fi swisscom kpn search organize conquer
            """);

    private static final Pattern MODEL = Pattern.compile("\\p{L}{0,3}\\d{1,4}\\p{L}{0,2}\\+?|\\p{L}");

    private DeviceFooter() {}

    static boolean is(String line) {
        if (line.length() >= LONGEST) {
            return false;
        }
        String said = LINK.matcher(line).replaceAll(" ").strip();
        var opening = OPENING.matcher(said);
        if (!opening.lookingAt()) {
            return false;
        }
        String rest = PARDON.matcher(said.substring(opening.end())).replaceFirst("");
        List<String> words = wordsOf(rest.toLowerCase(Locale.ROOT));
        return words.stream().anyMatch(NAMES::contains) && words.stream().allMatch(DeviceFooter::isKnown);
    }

    private static boolean isKnown(String word) {
        return NAMES.contains(word)
                || FILLERS.contains(word)
                || MODEL.matcher(word).matches();
    }

    private static List<String> wordsOf(String said) {
        return Arrays.stream(said.split("[^\\p{L}\\p{N}+.-]+"))
                .map(word -> word.replaceAll("^[.-]+|[.-]+$", ""))
                .flatMap(word -> isKnown(word) ? Stream.of(word) : Arrays.stream(word.split("[.-]")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }
}
