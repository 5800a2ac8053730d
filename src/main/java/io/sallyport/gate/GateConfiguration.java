package io.sallyport.gate;

import io.sallyport.casefile.Reply;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.spending.OverBudget;
import io.sallyport.text.LanguageDetector;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GateSettings.class)
class GateConfiguration {

    @Bean
    Sources sources(KnowledgeBase knowledge) {
        return new ArticleSources(knowledge::findRevision);
    }

    @Bean
    OverBudget overBudget(LaneModes lanes) {
        return new DraftWhenSpent(lanes);
    }

    @Bean
    ReplyGates replyGates(GateSettings settings, Sources sources, LanguageDetector detector, InstantSource clock) {
        return ReplyGates.of(sources, detector, clock, settings.company(), settings.freshness(), settings.languages());
    }

    @Bean
    Gate<Reply> groundingGate(ReplyGates gates) {
        return gates.grounding();
    }

    @Bean
    Gate<Reply> toneGate(ReplyGates gates) {
        return gates.tone();
    }

    @Bean
    Gate<Reply> languageGate(ReplyGates gates) {
        return gates.language();
    }

    @Bean
    Gate<Reply> disclosureGate(ReplyGates gates) {
        return gates.disclosure();
    }
}
