package io.sallyport.gate;

import io.sallyport.casefile.Reply;
import io.sallyport.casefile.SenderAssurance;
import io.sallyport.gate.judge.Judges;
import io.sallyport.text.LanguageDetector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The four gates no reply does without. */
public record ReplyGates(GroundingVerifier grounding, ToneGate tone, LanguageGate language, DisclosureGate disclosure) {

    /**
     * @param company as customers know it; empty lets no courtesy name it
     * @param freshness how long a person's review lets a source be cited
     * @param languages ISO 639-1 codes we answer in
     */
    public static ReplyGates of(
            Sources sources,
            LanguageDetector detector,
            InstantSource clock,
            String company,
            Duration freshness,
            Set<String> languages) {
        return of(sources, detector, clock, company, freshness, languages, Judges.NONE);
    }

    /**
     * @param judges asked about what a model may have written
     */
    public static ReplyGates of(
            Sources sources,
            LanguageDetector detector,
            InstantSource clock,
            String company,
            Duration freshness,
            Set<String> languages,
            Judges judges) {
        var living = new LivingSources(sources, freshness, clock);
        var courtesies = Courtesies.shipped(company);
        var able = judges.telling(detector);
        return new ReplyGates(
                new GroundingVerifier(living, courtesies, able),
                new ToneGate(able),
                new LanguageGate(detector, languages, able),
                new DisclosureGate(
                        living,
                        new PublicNames(sources),
                        courtesies,
                        company,
                        able.translator(),
                        SenderAssurance.NOBODY));
    }

    /** The same, telling a customer of their account where it is sure enough who they are; before, nobody is told. */
    public ReplyGates telling(SenderAssurance senders) {
        return new ReplyGates(grounding, tone, language, disclosure.telling(senders));
    }

    /** In the order they are asked. */
    public List<Gate<Reply>> all() {
        return List.of(grounding, tone, language, disclosure);
    }
}
