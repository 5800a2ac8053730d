package io.sallyport.answer;

import io.sallyport.model.Embedder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

    @Bean
    Composer composer(Embedder embedder) {
        return new ExtractiveComposer(embedder);
    }
}
