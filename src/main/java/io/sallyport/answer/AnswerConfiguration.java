package io.sallyport.answer;

import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.LeftOver;
import io.sallyport.casefile.SenderAssurance;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.Embedder;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnswerSettings.class)
class AnswerConfiguration {

    @Bean
    Precedents precedents(AnswerSettings settings, Embedder embedder) {
        Resource examples = settings.examples();
        return examples == null ? Precedents.none(embedder) : Precedents.read(examples, embedder);
    }

    @Bean
    Researcher researcher(KnowledgeBase articles, Embedder embedder, Precedents precedents) {
        return new Researcher(new KnowledgeEvidence(articles), embedder, precedents);
    }

    /** Signed with the name that the gates let a courtesy use. */
    @Bean
    Composer composer(
            Embedder embedder,
            Precedents precedents,
            Models models,
            KnowledgeBase articles,
            ObjectProvider<BusinessRecords> records,
            ObjectProvider<LeftOver> leftOver,
            ObjectProvider<SenderAssurance> senders,
            InstantSource clock,
            @Value("${sallyport.gate.company:}") String company) {
        Composer answering = answering(
                embedder, precedents, models, articles, records.getIfAvailable(NoRecords::new), clock, company);
        return new ActionComposer(
                answering,
                articles,
                leftOver.getIfAvailable(() -> LeftOver.NONE),
                senders.getIfAvailable(() -> SenderAssurance.NOBODY),
                company);
    }

    /** By model where one plays the specialist, else by quoting. */
    static Composer answering(
            Embedder embedder,
            Precedents precedents,
            Models models,
            KnowledgeBase articles,
            BusinessRecords records,
            InstantSource clock,
            String company) {
        var quoting = new ExtractiveComposer(embedder, precedents, company);
        return models.find(Role.SPECIALIST)
                .<Composer>map(model -> new ModelComposer(model, articles, records, quoting, company, clock))
                .orElse(quoting);
    }
}
