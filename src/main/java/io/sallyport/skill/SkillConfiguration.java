package io.sallyport.skill;

import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Rehearsal;
import io.sallyport.gate.Courtesies;
import io.sallyport.insight.Patterns;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.Embedder;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import io.sallyport.privacy.CaseMasks;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class SkillConfiguration {

    /** A desk that serves needs none of it. */
    @Lazy
    @Bean
    Skills skills(
            CaseStore cases,
            Rehearsal rehearsal,
            IntakeWatcher intake,
            ArticleAuthor author,
            Patterns patterns,
            InstantSource clock) {
        return new Skills(cases, rehearsal, intake, author, patterns, clock);
    }

    @Lazy
    @Bean
    ArticleAuthor articleAuthor(
            KnowledgeBase articles,
            Embedder embedder,
            CaseMasks masks,
            Models models,
            @Value("${sallyport.gate.company:}") String company) {
        var courtesies = Courtesies.shipped(company);
        return new ArticleAuthor(
                new Duplicates(articles, embedder), masks, courtesies::contains, models.find(Role.ANALYST));
    }
}
