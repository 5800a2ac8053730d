package io.sallyport.gate;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Verdict;
import io.sallyport.casefile.Verdict.Flag;
import io.sallyport.gate.judge.Judges;
import io.sallyport.text.LanguageDetector;
import io.sallyport.text.LanguageDetector.Language;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a reply through only in the customer's own language, and only if that is one we can vouch for. In another language
 * than English its figures are held against what it cites, and a judge reads it as it stands; what it says is proven by the
 * Grounding gate on its translation back.
 */
public final class LanguageGate implements Gate<Reply> {

    public static final String NAME = "language";

    /** Detectors guess below about a line of text. */
    private static final int TELLING_LETTERS = 40;

    private final LanguageDetector detector;
    private final Set<String> served;
    private final Judges judges;

    LanguageGate(LanguageDetector detector, Set<String> served, Judges judges) {
        this.detector = detector;
        this.served = Set.copyOf(served);
        this.judges = judges;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict judge(CaseRecord record, Reply reply) {
        if (BridgeRules.isStandard(record, reply)) {
            return Verdict.pass(NAME, "the reviewed words in '" + reply.language() + "'");
        }
        if (reply.kind() == Reply.Kind.PERSONAL) {
            return judgePersonal(record, reply);
        }
        // A customer whose language nobody here writes is told in English who has their case.
        String customers = reply.kind() == Reply.Kind.BRIDGE
                ? HandOverText.languageFor(record)
                : record.screening().language();
        Optional<String> why = whyNot(customers, reply);
        if (why.isPresent()) {
            return Verdict.stop(NAME, why.get());
        }
        List<Flag> flags = foreignSentences(customers, reply.text());
        return flags.isEmpty()
                ? inEnglish(record, reply, customers)
                : new Verdict.Stop(NAME, "a sentence is not in the customer's language", flags);
    }

    /** People may know languages that the desk does not serve, and may write one that it does where they do not. */
    private Verdict judgePersonal(CaseRecord record, Reply reply) {
        String text = reply.text();
        String found = detector.detect(text).code();
        boolean isTheirs = record.findings().screening().stream()
                .anyMatch(screening -> screening.language().equals(found));
        return isTheirs || served.contains(found) || letters(text) < TELLING_LETTERS
                ? Verdict.pass(NAME, "a person's own words, in '" + found + "'")
                : Verdict.stop(
                        NAME,
                        "it reads as '" + found + "', which is neither the customer's language nor one that is served");
    }

    private Verdict inEnglish(CaseRecord record, Reply reply, String customers) {
        return switch (InEnglish.of(record, reply, judges.translator())) {
            case InEnglish.AsItIs _ -> Verdict.pass(NAME, "customer and reply: " + customers);
            case InEnglish.Unread(String why) -> Verdict.stop(NAME, why);
            case InEnglish.Back back -> judgeForeign(record, reply, back);
        };
    }

    /** Figures first: they need nobody's word. */
    private Verdict judgeForeign(CaseRecord record, Reply reply, InEnglish.Back back) {
        var flags = new ArrayList<Flag>();
        for (Statement original : back.originals()) {
            var quotes = original.citations().stream().map(Citation::quote).toList();
            ForeignFigures.whyOther(original.text(), quotes)
                    .ifPresent(why -> flags.add(new Flag(original.text(), why)));
        }
        if (!flags.isEmpty()) {
            return new Verdict.Stop(NAME, "a figure is not the source's", flags, List.of(back.opinion()));
        }
        var sentences = back.originals().stream().map(Statement::text).toList();
        return judges.language()
                .map(judge -> judge.judge(NAME, record, Map.of("language", reply.language()), sentences)
                        .with(back.opinion()))
                .orElse(Verdict.stop(NAME, "no judge reads replies in '" + reply.language() + "' here"));
    }

    private Optional<String> whyNot(String customers, Reply reply) {
        if (customers.equals("und")) {
            return Optional.of("nobody can tell the customer's language");
        }
        if (!reply.language().equals(customers)) {
            return Optional.of("the customer writes '" + customers + "', the reply is '" + reply.language() + "'");
        }
        if (!served.contains(customers)) {
            return Optional.of("the language '" + customers + "' is not served");
        }
        String text = reply.text();
        if (letters(text) < TELLING_LETTERS) {
            return Optional.empty();
        }
        String found = detector.detect(text).code();
        return found.equals(customers)
                ? Optional.empty()
                : Optional.of("the reply reads as '" + found + "', not as '" + customers + "'");
    }

    /** One foreign sentence drowns in a long reply, so each that is long enough is asked about by itself. */
    private List<Flag> foreignSentences(String customers, String text) {
        var flags = new ArrayList<Flag>();
        for (String sentence : SentenceSplitter.split(text)) {
            if (letters(sentence) >= TELLING_LETTERS) {
                String found = detector.detect(sentence).code();
                // A line of code or of names is in no language; the reply as a whole was told already.
                if (!found.equals(customers) && !found.equals(Language.UNKNOWN.code())) {
                    flags.add(new Flag(sentence, "it reads as '" + found + "'"));
                }
            }
        }
        return flags;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }
}
