package io.sallyport.model;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    /** 1.5 kB a text: 50 MB in all; holds every sentence of some hundred articles. */
    private static final int REMEMBERED_TEXTS = 32_768;

    @Bean
    BgeSmall bgeSmall() {
        return BgeSmall.load();
    }

    @Bean
    TunedNetwork triageNetwork(BgeSmall network) {
        return TunedNetwork.load(network, "/model/triage.onnx");
    }

    @Bean
    NameTagger nameTagger(BgeSmall network) {
        return NameTagger.shipped(network);
    }

    @Bean
    Embedder embedder(BgeSmall network) {
        return new RememberingEmbedder(new OnnxEmbedder(network), REMEMBERED_TEXTS);
    }
}
