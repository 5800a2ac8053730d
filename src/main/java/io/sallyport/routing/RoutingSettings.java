package io.sallyport.routing;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code sallyport.routing.*}
 *
 * @param languages ISO 639-1 codes of the languages that the automatic lanes answer in
 */
@ConfigurationProperties("sallyport.routing")
public record RoutingSettings(@DefaultValue("en") Set<String> languages) {
    public RoutingSettings {
        languages = Set.copyOf(languages);
    }
}
