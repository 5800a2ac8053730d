package io.sallyport.answer;

import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.Embedder;
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
    Composer composer(Embedder embedder, Precedents precedents, @Value("${sallyport.gate.company:}") String company) {
        return new ExtractiveComposer(embedder, precedents, company);
    }
}
