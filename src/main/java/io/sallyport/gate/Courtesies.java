package io.sallyport.gate;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.text.Lexicon;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences that claim nothing, word for word from a list; only a name, the case's id and the company's name vary. */
public final class Courtesies {

    private static final String NAME =
            "(?<name>\\p{Lu}[\\p{L}\\p{M}'’-]{0,30}(?: \\p{Lu}[\\p{L}\\p{M}'’-]{0,30}){0,2})";
    private static final String CASE = "(?<case>SP-[0-9A-Z]{10})";

    private final List<Pattern> frames;

    private Courtesies(List<Pattern> frames) {
        this.frames = frames;
    }

    /** @param company as customers know it; empty when not set, and then no frame may name one */
    public static Courtesies shipped(String company) {
        return new Courtesies(Lexicon.lines("/gate/courtesies.txt").stream()
                .filter(line -> !line.contains("{company}") || !company.isBlank())
                .map(line -> frame(line, company))
                .toList());
    }

    public boolean contains(String sentence, CaseRecord record) {
        String flat = SentenceSplitter.flat(sentence).replace('’', '\'');
        return frames.stream()
                .map(frame -> frame.matcher(flat))
                .anyMatch(match -> match.matches() && fits(match, record));
    }

    private static boolean fits(Matcher match, CaseRecord record) {
        boolean named = !match.namedGroups().containsKey("name") || isTheirs(match.group("name"), record);
        boolean numbered = !match.namedGroups().containsKey("case")
                || match.group("case").equals(record.id().value());
        return named && numbered;
    }

    /** The name the directory has, or the one they signed with. */
    private static boolean isTheirs(String name, CaseRecord record) {
        var known = new ArrayList<String>();
        record.findings()
                .triage()
                .ifPresent(triage -> known.add(triage.customer().name()));
        record.messages().stream().filter(m -> m.isFromCustomer()).forEach(m -> {
            known.add(m.written());
            known.add(m.setAside());
        });
        var words = Pattern.compile(
                "(?<![\\p{L}\\p{M}])" + Pattern.quote(name.toLowerCase(Locale.ROOT)) + "(?![\\p{L}\\p{M}])");
        return known.stream()
                .anyMatch(text -> words.matcher(text.toLowerCase(Locale.ROOT)).find());
    }

    private static Pattern frame(String line, String company) {
        String quoted = Pattern.quote(line)
                .replace("{name}", "\\E" + NAME + "\\Q")
                .replace("{case}", "\\E" + CASE + "\\Q")
                .replace("{company}", "\\E" + Pattern.quote(company) + "\\Q");
        return Pattern.compile(quoted);
    }
}
