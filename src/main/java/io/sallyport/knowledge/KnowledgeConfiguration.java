package io.sallyport.knowledge;

import io.sallyport.model.Embedder;
import io.sallyport.platform.VarDirectory;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KnowledgeSettings.class)
class KnowledgeConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeBase.class);

    @Bean
    @DependsOnDatabaseInitialization
    PostgresArticleStore articleStore(DataSource database) {
        return new PostgresArticleStore(database);
    }

    @Bean
    KnowledgeBase knowledgeBase(
            PostgresArticleStore store,
            DataSource database,
            Embedder embedder,
            VarDirectory var,
            KnowledgeSettings settings,
            InstantSource clock) {
        var vectors = new PostgresPassageVectors(database);
        var index = IndexFolder.open(var.resolve("index"), store.databaseId().toString(), embedder, vectors);
        var articles = new KnowledgeBase(store, index, embedder, new Freshness(settings.freshness()), clock);
        articles.refresh(KnowledgeConfiguration::log);
        return articles;
    }

    @Bean(initMethod = "start")
    ArticleNews articleNews(DataSource database, KnowledgeBase articles) {
        return new ArticleNews(database, () -> articles.refresh(Progress.SILENT));
    }

    private static void log(String what, int done, int total) {
        if (done % 50 == 0 || done == total) {
            LOG.info("Reading articles into the search index done={} of={}", done, total);
        }
    }
}
