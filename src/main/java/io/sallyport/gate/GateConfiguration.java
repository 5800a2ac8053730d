package io.sallyport.gate;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.SenderAssurance;
import io.sallyport.casefile.Undo;
import io.sallyport.gate.judge.Judges;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import io.sallyport.model.spending.OverBudget;
import io.sallyport.text.LanguageDetector;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GateSettings.class)
class GateConfiguration {

    @Bean
    Sources sources(KnowledgeBase knowledge) {
        return new ArticleSources(knowledge::findRevision, knowledge::list);
    }

    @Bean
    OverBudget overBudget(LaneModes lanes) {
        return new DraftWhenSpent(lanes);
    }

    @Bean
    ReplyGates replyGates(
            GateSettings settings,
            Sources sources,
            LanguageDetector detector,
            InstantSource clock,
            Judges judges,
            SenderAssurance senders) {
        return ReplyGates.of(
                        sources,
                        detector,
                        clock,
                        settings.company(),
                        settings.freshness(),
                        settings.languages(),
                        judges)
                .telling(senders);
    }

    /** @throws IllegalArgumentException when a model writes and nobody would judge it */
    @Bean
    Judges judges(Models models) {
        models.find(Role.SPECIALIST)
                .filter(_ -> models.find(Role.VERIFIER).isEmpty())
                .ifPresent(writer -> {
                    throw new IllegalArgumentException(Role.SPECIALIST.property() + " is '" + writer.name() + "' and "
                            + Role.VERIFIER.property() + " is " + Models.EMBEDDED
                            + ": what a model writes needs a model as its judge, another one or the same in its own role. Name one, or set "
                            + Role.SPECIALIST.property() + " to " + Models.EMBEDDED);
                });
        return Judges.of(models);
    }

    @Bean
    Gates gates(
            List<Gate<Reply>> replies,
            List<Gate<ActionPlan>> plans,
            List<Gate<CodeMail>> codes,
            List<Gate<Undo>> undos,
            List<Gate<Packet>> packets,
            List<Gate<Errand>> errands) {
        return new Gates(replies, plans, codes, undos, packets, errands);
    }

    @Bean
    Gate<Packet> handoffGate() {
        return new HandoffGate();
    }

    @Bean
    Gate<Errand> errandGate() {
        return new ErrandGate();
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
