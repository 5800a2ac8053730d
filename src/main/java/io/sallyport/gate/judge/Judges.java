package io.sallyport.gate.judge;

import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import io.sallyport.text.LanguageDetector;
import java.util.Optional;

/**
 * The judges of this installation, all played by the verifier's model; without one there are none.
 *
 * @param claims asked whether evidence says what a claim says
 * @param tone asked whether a customer should read it so
 * @param translator of replies in other languages, back into English
 * @param language asked about a reply in the language it is written in
 */
public record Judges(
        Optional<ClaimJudge> claims,
        Optional<ReplyJudge> tone,
        Optional<BackTranslator> translator,
        Optional<ReplyJudge> language) {

    public static final Judges NONE =
            new Judges(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static Judges of(LanguageModel model) {
        var verifier = new Verifier(model);
        return new Judges(
                Optional.of(new ClaimJudge(verifier)),
                Optional.of(new ReplyJudge(verifier, "tone judge")),
                Optional.of(new BackTranslator(verifier)),
                Optional.of(new ReplyJudge(verifier, "language judge")));
    }

    /** The same, with what tells whether a translation is English. */
    public Judges telling(LanguageDetector detector) {
        return new Judges(claims, tone, translator.map(plain -> plain.telling(detector)), language);
    }

    public static Judges of(Models models) {
        return models.find(Role.VERIFIER).map(Judges::of).orElse(NONE);
    }
}
