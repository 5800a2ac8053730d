package io.sallyport.testkit;

import io.sallyport.casefile.Reply;
import io.sallyport.gate.ArticleSources;
import io.sallyport.gate.Gate;
import io.sallyport.gate.ReplyGates;
import io.sallyport.gate.Sources;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.text.LanguageDetector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reply gates of service, for a company that writes English and takes every message for one language. */
public final class StoryGates {

    private StoryGates() {}

    /** Without articles: scripted answers of the answer lane do not pass them, and need not. */
    public static List<Gate<Reply>> of(InstantSource clock) {
        return of(clock, "en");
    }

    public static List<Gate<Reply>> of(InstantSource clock, String language) {
        return gates(_ -> Optional.empty(), clock, language).all();
    }

    public static ReplyGates over(KnowledgeBase articles, InstantSource clock) {
        return gates(new ArticleSources(articles::findRevision, articles::list), clock, "en");
    }

    private static ReplyGates gates(Sources sources, InstantSource clock, String language) {
        return ReplyGates.of(
                sources,
                _ -> new LanguageDetector.Language(language, 1),
                clock,
                BoatRental.COMPANY,
                Duration.ofDays(90),
                Set.of("en"));
    }
}
