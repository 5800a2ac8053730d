package io.sallyport.answer;

import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.Embedder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnswerSettings.class)
class AnswerConfiguration {

    @Bean
    Precedents precedents(AnswerSettings settings, Embedder embedder) {
        return Precedents.read(settings.examples(), embedder);
    }

    @Bean
    Researcher researcher(KnowledgeBase articles, Embedder embedder, Precedents precedents) {
        return new Researcher(new KnowledgeEvidence(articles), embedder, precedents);
    }

    /** Signed with the name that the gates let a courtesy use. */
    @Bean
    Composer composer(Embedder embedder, Precedents precedents, @Value("${sallyport.gate.company:}") String company) {
        return new ExtractiveComposer(embedder, precedents, company);
    }
}
