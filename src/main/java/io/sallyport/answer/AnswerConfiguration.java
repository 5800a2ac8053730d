package io.sallyport.answer;

import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.Embedder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

    @Bean
    Researcher researcher(KnowledgeBase articles, Embedder embedder) {
        return new Researcher(new KnowledgeEvidence(articles), embedder);
    }

    @Bean
    Composer composer(Embedder embedder) {
        return new ExtractiveComposer(embedder);
    }
}
