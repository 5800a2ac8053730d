package io.sallyport.triage;

import io.sallyport.connector.CustomerDirectory;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.Embedder;
import io.sallyport.model.RememberingEmbedder;
import io.sallyport.model.StoredEmbedder;
import io.sallyport.model.TunedNetwork;
import io.sallyport.model.TwoPoolEmbedder;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import io.sallyport.platform.VarDirectory;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TriageSettings.class)
class TriageConfiguration {

    /** The messages at work, and the examples of a sample company while both learn from them. */
    private static final int REMEMBERED_TEXTS = 4_096;

    @Bean
    MessageVectors messageVectors(BgeSmall network) {
        return new MessageVectors(new RememberingEmbedder(new TwoPoolEmbedder(network), REMEMBERED_TEXTS));
    }

    @Bean
    Taught taught(TunedNetwork network) {
        return new Taught(network);
    }

    @Bean
    KeptLessons keptLessons(VarDirectory var) {
        return new KeptLessons(var.resolve("triage").resolve("lessons"));
    }

    @Bean
    CategoryModel categoryModel(
            MessageVectors vectors, Taught taught, KeptLessons kept, TriageSettings settings, VarDirectory var) {
        var embedder =
                new StoredEmbedder(vectors.embedder(), var.resolve("triage").resolve("vectors"));
        var own = Examples.read(settings.examples());
        var general = Examples.general();
        return LaterCategories.soon(() -> new LearnedCategories(
                kept.get(LearnedCategories.lesson(embedder, own, general)), taught, Topics.of(own, general)));
    }

    @Bean
    BusinessCalendar businessCalendar(TriageSettings settings) {
        return settings.calendar();
    }

    @Bean
    DueTimes dueTimes(BusinessCalendar calendar) {
        return new DueTimes(calendar);
    }

    @Bean
    Criteria criteria() {
        return Criteria.load();
    }

    @Bean
    SecondOpinion secondOpinion(
            MessageVectors vectors,
            Taught taught,
            Criteria criteria,
            KeptLessons kept,
            TriageSettings settings,
            VarDirectory var) {
        var embedder =
                new StoredEmbedder(vectors.embedder(), var.resolve("triage").resolve("grave-vectors"));
        var examples = GraveExamples.read(settings.examples());
        return SecondOpinion.soon(
                embedder, criteria, () -> kept.get(Readers.lesson(embedder, taught, criteria, examples)));
    }

    @Bean
    KnownIssues knownIssues(JdbcClient jdbc, Embedder embedder, InstantSource clock) {
        return new KnownIssues(jdbc, embedder, clock);
    }

    @Bean
    RelatedCases relatedCases(JdbcClient jdbc, KnownIssues issues, Embedder embedder, InstantSource clock) {
        return new RelatedCases(jdbc, issues, embedder, clock);
    }

    @Bean
    TriageAgent triageAgent(
            CategoryModel categories,
            KnowledgeBase articles,
            SecondOpinion secondOpinion,
            CustomerDirectory customers,
            RelatedCases related,
            DueTimes dueTimes,
            Models models) {
        var model = models.find(Role.TRIAGE).map(ModelTriage::new);
        return new TriageAgent(categories, articles, secondOpinion, customers, related, dueTimes, model);
    }
}
