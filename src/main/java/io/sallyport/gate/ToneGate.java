package io.sallyport.gate;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Opinion;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Verdict;
import io.sallyport.casefile.Verdict.Flag;
import io.sallyport.gate.judge.BackTranslator;
import io.sallyport.gate.judge.Judges;
import io.sallyport.gate.judge.ReplyJudge;
import io.sallyport.text.Lexicon;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Stops what a customer should never read from us: blame, sarcasm, shouting, slang, empty promises, cheer at the wrong time.
 * By rules; what a model may have written is read by a judge as well, and either can stop it.
 */
public final class ToneGate implements Gate<Reply> {

    public static final String NAME = "tone";

    private record Rule(String fault, boolean onlyForUpset, Pattern pattern) {}

    private static final List<Rule> RULES = Lexicon.rows("/gate/tone.txt").stream()
            .map(row -> new Rule(
                    row.get(0),
                    row.get(1).equals("upset"),
                    Pattern.compile(String.join("|", row.subList(2, row.size())), Pattern.CASE_INSENSITIVE)))
            .toList();

    private static final Pattern SHOUTING = Pattern.compile("[!?]{2,}|\\b(?:\\p{Lu}{4,}\\b[\\s,]+){2,}\\p{Lu}{4,}\\b");
    private static final Pattern APOLOGY =
            Pattern.compile("\\b(?:sorry|apolog\\w+|regret)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern EMPATHY = Pattern.compile(
            "\\b(?:sorry|apolog\\w+|regret|understand (?:that|how|why|your)|(?:know|see) (?:that|how) (?:this|frustrating|annoying)|"
                    + "frustrating|thank you for your patience)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Fewer capital words may be names. */
    private static final int SHOUTED_WORDS = 4;

    /** One is polite, two are generous. */
    private static final int MOST_APOLOGIES = 2;

    private final Optional<ReplyJudge> judge;
    private final Optional<BackTranslator> translator;

    ToneGate(Judges judges) {
        this.judge = judges.tone();
        this.translator = judges.translator();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict judge(CaseRecord record, Reply reply) {
        String text = reply.text();
        int longest = longest(record.ticket().channel());
        if (text.isBlank()) {
            return Verdict.stop(NAME, "the reply is empty");
        }
        if (BridgeRules.isReviewed(record, reply)) {
            return Verdict.pass(NAME, BridgeRules.REVIEWED);
        }
        if (text.length() > longest) {
            return Verdict.stop(NAME, "too long for this channel: " + text.length() + " characters of " + longest);
        }
        return switch (InEnglish.of(record, reply, translator)) {
            case InEnglish.AsItIs _ -> judgeEnglish(record, reply, text, List.of());
            case InEnglish.Back back -> judgeEnglish(record, reply, text(back.statements()), List.of(back.opinion()));
            case InEnglish.Unread(String why) -> Verdict.stop(NAME, why);
        };
    }

    private static String text(List<Statement> statements) {
        return statements.stream().map(Statement::text).collect(Collectors.joining("\n\n"));
    }

    /** @param opinions on what the text was before it was translated back */
    private Verdict judgeEnglish(CaseRecord record, Reply reply, String text, List<Opinion> opinions) {
        boolean upset = isUpset(record);
        var flags = new ArrayList<Flag>();
        if (upset && wantsEmpathy(record, reply) && !EMPATHY.matcher(text).find()) {
            return Verdict.stop(NAME, "the customer is upset and the reply does not say that we see it");
        }
        int apologies = 0;
        for (String sentence : SentenceSplitter.split(text)) {
            addFaults(sentence, upset, flags);
            apologies += APOLOGY.matcher(sentence).find() ? 1 : 0;
            if (apologies == MOST_APOLOGIES + 1) {
                flags.add(new Flag(sentence, "one apology too many"));
                apologies++;
            }
        }
        return flags.isEmpty()
                ? judged(record, reply, text, opinions)
                : new Verdict.Stop(NAME, flags.getFirst().why(), flags, opinions);
    }

    /** The rules have found nothing; a judge may. */
    private Verdict judged(CaseRecord record, Reply reply, String text, List<Opinion> opinions) {
        String rules = RULES.size() + " rules";
        boolean isAsked = !opinions.isEmpty() || ModelWritten.mayBe(record, reply);
        if (judge.isEmpty() || !isAsked) {
            return new Verdict.Pass(NAME, List.of(rules), opinions);
        }
        Mood mood = record.findings().triage().map(Triage::mood).orElse(Mood.CALM);
        var about = new LinkedHashMap<String, String>();
        about.put("mood of the customer", mood.name().toLowerCase(Locale.ROOT));
        about.put("channel", record.ticket().channel().name().toLowerCase(Locale.ROOT));
        var verdict = judge.get().judge(NAME, record, about, SentenceSplitter.split(text));
        return opinions.stream().reduce(verdict, Verdict::with, (_, last) -> last);
    }

    private static void addFaults(String sentence, boolean upset, List<Flag> flags) {
        if (SHOUTING.matcher(sentence).find() || isAllCapitals(sentence)) {
            flags.add(new Flag(sentence, "shouting"));
        }
        for (Rule rule : RULES) {
            if ((upset || !rule.onlyForUpset())
                    && rule.pattern().matcher(sentence).find()) {
                flags.add(new Flag(sentence, rule.fault()));
            }
        }
    }

    private static boolean isAllCapitals(String sentence) {
        var words =
                Words.of(sentence).stream().filter(word -> word.length() > 1).count();
        return words >= SHOUTED_WORDS && sentence.codePoints().noneMatch(Character::isLowerCase);
    }

    /** In a chat two sentences are all there is; a person's own words are their own. */
    private static boolean wantsEmpathy(CaseRecord record, Reply reply) {
        return record.ticket().channel() != Channel.CHAT && reply.kind() != Reply.Kind.PERSONAL;
    }

    private static boolean isUpset(CaseRecord record) {
        Mood mood = record.findings().triage().map(Triage::mood).orElse(Mood.CALM);
        return switch (mood) {
            case ANGRY, FRUSTRATED -> true;
            case CALM, HAPPY -> false;
        };
    }

    /** Characters that people still read there. */
    private static int longest(Channel channel) {
        return switch (channel) {
            case CHAT -> 1_200;
            case WEB, API -> 4_000;
            case EMAIL -> 6_000;
        };
    }
}
