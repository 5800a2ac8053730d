package io.sallyport.escalation.tracking;

import io.sallyport.casefile.Category;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What goes to engineering.
 *
 * @param trackedCategories of which a hand-over files an issue
 */
@ConfigurationProperties("sallyport.escalation")
public record TrackerSettings(
        @DefaultValue({"bug", "performance", "data", "integration", "security"})
        Set<Category> trackedCategories) {

    public TrackerSettings {
        trackedCategories = Set.copyOf(trackedCategories);
    }
}
