package io.sallyport.intake.language;

import io.sallyport.text.LanguageDetector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Blends three kinds of evidence: the writing system, frequent words, and OpenNLP's letter statistics, which alone go
 * wrong on a message of three words. May be shared between threads.
 */
public final class BlendedLanguageDetector implements LanguageDetector {

    private static final String MODEL = "/langdetect-183.bin";

    /** What belongs to no language. A figure takes only the Latin letters beside it along: some scripts put no blanks between. */
    private static final Pattern NOISE = Pattern.compile("\\S+@\\S+|https?://\\S+|www\\.\\S+|<[^>]*>"
            + "|[\\p{IsLatin}\\p{P}\\p{S}\\p{N}]*\\p{N}[\\p{IsLatin}\\p{P}\\p{S}\\p{N}]*");

    /** Enough to tell; the statistics gain nothing from more and take time. */
    private static final int LONGEST = 2_000;

    private static final double OTHER_SCRIPT_SHARE = 0.4;

    private final LanguageDetectorModel model;
    private final StopWords stopWords;

    private BlendedLanguageDetector(LanguageDetectorModel model, StopWords stopWords) {
        this.model = model;
        this.stopWords = stopWords;
    }

    public static BlendedLanguageDetector load() {
        try (InputStream in = BlendedLanguageDetector.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("the language model " + MODEL + " is not on the class path");
            }
            return new BlendedLanguageDetector(new LanguageDetectorModel(in), StopWords.read());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the language model " + MODEL, e);
        }
    }

    @Override
    public Language detect(String raw) {
        String text =
                NOISE.matcher(raw.substring(0, Math.min(raw.length(), LONGEST))).replaceAll(" ");
        Script script = Script.of(text);
        if (script.share() == 0) {
            return Language.UNKNOWN;
        }
        if (!script.languages().isEmpty() && script.share() >= OTHER_SCRIPT_SHARE) {
            return script.languages().size() == 1
                    ? new Language(script.languages().getFirst(), script.share())
                    : best(TellingLetters.weighed(statistics(text, script.languages()), text));
        }
        return latin(text);
    }

    private Language latin(String text) {
        List<String> words = StopWords.wordsOf(text);
        if (words.isEmpty()) {
            return Language.UNKNOWN;
        }
        Map<String, Double> letters = statistics(text, LatinBlend.LANGUAGES);
        return best(LatinBlend.scores(letters, stopWords.evidence(words), words.size(), StopWords.countForeign(text)));
    }

    /** OpenNLP's probabilities for these languages, as if there were no others. */
    private Map<String, Double> statistics(String text, List<String> among) {
        Map<String, Double> shares = new HashMap<>();
        for (var found : new LanguageDetectorME(model).predictLanguages(text.toLowerCase(Locale.ROOT))) {
            String code = IsoCodes.twoLetter(found.getLang());
            if (among.contains(code)) {
                shares.merge(code, found.getConfidence(), Double::sum);
            }
        }
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        shares.replaceAll((_, share) -> sum == 0 ? 0 : share / sum);
        return shares;
    }

    private static Language best(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(most -> new Language(most.getKey(), most.getValue()))
                .orElse(Language.UNKNOWN);
    }
}
