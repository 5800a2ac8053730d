package io.sallyport.gate.judge;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Opinion;
import io.sallyport.casefile.Opinion.Finding;
import io.sallyport.model.language.Material;
import io.sallyport.model.language.Prompt;
import io.sallyport.model.language.Shape;
import io.sallyport.text.LanguageDetector;
import io.sallyport.text.LanguageDetector.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has a reply translated back into English, sentence by sentence, by another role than the one that wrote it. */
public final class BackTranslator {

    private static final Prompt PROMPT = Prompt.shipped("gate", "back translator");
    private static final Shape<Translations> SHAPE = Shape.of(Translations.class);
    private static final int TOKENS_PER_SENTENCE = 160;

    /** What the prompt asks for where a sentence cannot be translated. */
    private static final String UNSURE = "?";

    private static final String ANSWER = "translated";

    record Translation(
            @JsonPropertyDescription("the sentence's number")
            int sentence,

            @JsonPropertyDescription("what it says, in English")
            String english) {}

    record Translations(
            @JsonPropertyDescription("one for each sentence, in their order")
            List<Translation> translations) {}

    /** What became of it. */
    public sealed interface Result {

        /** @param sentences in English, one for each that was asked about */
        record Translated(List<String> sentences, Opinion opinion) implements Result {}

        /** @param why for a person */
        record Missing(String why) implements Result {}
    }

    private final Verifier verifier;
    private final LanguageDetector detector;

    BackTranslator(Verifier verifier) {
        this(verifier, _ -> Language.UNKNOWN);
    }

    private BackTranslator(Verifier verifier, LanguageDetector detector) {
        this.verifier = verifier;
        this.detector = detector;
    }

    /** The same, which lets sentences come back as they were where they read as English. */
    BackTranslator telling(LanguageDetector detector) {
        return new BackTranslator(verifier, detector);
    }

    /** @param language ISO 639-1 code of what the sentences are in */
    public Result translate(CaseRecord record, String language, List<String> sentences) {
        var untranslated = new Untranslated(detector, language);
        return switch (verifier.hear(record, question(language, sentences))) {
            case Hearing.Missing(String why) -> new Result.Missing("the reply could not be translated back: " + why);
            // Rules for English would find nothing in it.
            case Hearing.Given(Opinion opinion)
            when opinion.findings().stream().anyMatch(untranslated::is) ->
                new Result.Missing("the reply could not be translated back: a sentence came back as it was");
            case Hearing.Given(Opinion opinion) ->
                new Result.Translated(
                        opinion.findings().stream().map(Finding::evidence).toList(), opinion);
        };
    }

    private static Question<Translations> question(String language, List<String> sentences) {
        var material = new Material().add("language", language);
        for (int at = 0; at < sentences.size(); at++) {
            material.add("sentence", Integer.toString(at + 1), sentences.get(at));
        }
        return new Question<>(
                PROMPT,
                SHAPE,
                material.text(),
                TOKENS_PER_SENTENCE * (sentences.size() + 1),
                answer -> findings(sentences, answer.translations()));
    }

    /** None when a sentence is left out or unsure. */
    private static Optional<List<Finding>> findings(List<String> sentences, List<Translation> translations) {
        if (translations.size() != sentences.size()) {
            return Optional.empty();
        }
        var findings = new ArrayList<Finding>();
        for (int at = 0; at < sentences.size(); at++) {
            var translation = translations.get(at);
            var english = translation.english().strip();
            if (translation.sentence() != at + 1 || english.isEmpty() || english.equals(UNSURE)) {
                return Optional.empty();
            }
            findings.add(new Finding(sentences.get(at), english, ANSWER, ""));
        }
        return Optional.of(findings);
    }
}
