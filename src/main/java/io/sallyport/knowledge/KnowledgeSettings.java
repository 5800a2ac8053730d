package io.sallyport.knowledge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How articles are treated.
 *
 * @param freshness how long after its review an article may be quoted
 */
@ConfigurationProperties(prefix = "sallyport.knowledge", ignoreUnknownFields = false)
record KnowledgeSettings(@DefaultValue("90d") Duration freshness) {

    KnowledgeSettings {
        if (freshness.isNegative() || freshness.isZero()) {
            throw new IllegalArgumentException("sallyport.knowledge.freshness has to be a positive time such as 90d");
        }
    }
}
