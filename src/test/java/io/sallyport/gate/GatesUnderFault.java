package io.sallyport.gate;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.judge.Judges;
import io.sallyport.model.language.Models;
import io.sallyport.text.LanguageDetector.Language;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the gates say of a reply that every rule lets through, in words, for tests of other rooms. */
public final class GatesUnderFault {

    /** What a judge would have to translate {@link #german} to. */
    public static final String BACK = "The Pro plan costs $24 a month and covers 100 sensors.";

    private static final String ANNUAL =
            "You can't cancel an annual plan after the first 60 days unless an outage affected the account.";
    private static final String PRO = "The Pro plan costs $24 a month and includes 100 sensors.";

    private GatesUnderFault() {}

    public static String grounding(Models models) {
        var kit = new GateCase();
        return said(kit.gates(Judges.of(models)).grounding().judge(kit.record(), english()));
    }

    public static String tone(Models models) {
        var kit = new GateCase();
        return said(kit.gates(Judges.of(models)).tone().judge(kit.record(), english()));
    }

    public static String language(Models models) {
        var kit = new GateCase();
        kit.screening = new Screening("de", 0.99, Screening.Automatic.NONE, List.of(), List.of(), false);
        var gates = ReplyGates.of(
                kit,
                _ -> new Language("de", 0.99),
                kit.clock,
                "Harbourlight",
                Duration.ofDays(90),
                Set.of("en", "de"),
                Judges.of(models));
        return said(gates.language().judge(kit.record(), german()));
    }

    private static Reply english() {
        return GateCase.reply(GateCase.citing(ANNUAL.replace("can't", "cannot"), GateCase.PLANS, ANNUAL));
    }

    private static Reply german() {
        var sentence = new Sentence(
                "Der Pro-Tarif kostet $24 im Monat und umfasst 100 Sensoren.",
                Layout.PARAGRAPH,
                List.of(new Citation(GateCase.PLANS, PRO)));
        return new Reply(Reply.Kind.ANSWER, "anna@example.org", "Re: Pro and pairing", "de", List.of(sentence));
    }

    private static String said(Verdict verdict) {
        return verdict.isPass() ? "passes" : "stopped";
    }
}
