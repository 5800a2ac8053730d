package io.sallyport.gate;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Reply;
import io.sallyport.text.Lexicon;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sentences that claim nothing, word for word from a list; only a name, the case's id and the company's name vary. */
public final class Courtesies {

    private static final String NAME =
            "(?<name>\\p{Lu}[\\p{L}\\p{M}'’-]{0,30}(?: \\p{Lu}[\\p{L}\\p{M}'’-]{0,30}){0,2})";
    private static final String CASE = "(?<case>SP-[0-9A-Z]{10})";

    private final List<Pattern> frames;
    private final List<Pattern> ofBridges;
    private final List<Pattern> past;

    private Courtesies(List<Pattern> frames, List<Pattern> ofBridges, List<Pattern> past) {
        this.frames = frames;
        this.ofBridges = ofBridges;
        this.past = past;
    }

    /** @param company as customers know it; empty when not set, and then no frame may name one */
    public static Courtesies shipped(String company) {
        return new Courtesies(
                frames("/gate/courtesies.txt", company),
                frames("/gate/bridge-courtesies.txt", company),
                frames("/gate/past-courtesies.txt", company));
    }

    private static List<Pattern> frames(String resource, String company) {
        return Lexicon.lines(resource).stream()
                .filter(line -> !line.contains("{company}") || !company.isBlank())
                .map(line -> frame(line, company))
                .toList();
    }

    /** Whether it is one of ours, in a reply of whatever kind and age. */
    public boolean contains(String sentence, CaseRecord record) {
        return contains(Stream.of(frames, ofBridges, past), sentence, record);
    }

    /** Whether it is one that this reply may say, as it is true there. */
    boolean maySay(Reply reply, String sentence, CaseRecord record) {
        return contains(
                reply.kind() == Reply.Kind.BRIDGE ? Stream.of(frames, ofBridges) : Stream.of(frames), sentence, record);
    }

    private static boolean contains(Stream<List<Pattern>> lists, String sentence, CaseRecord record) {
        String flat = SentenceSplitter.flat(sentence).replace('’', '\'');
        return lists.flatMap(List::stream)
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
