package io.sallyport.privacy;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is masked for whom.
 *
 * @param unmaskedVendors vendors of language models that may see personal data, such as an {@code ollama} on a machine of
 *     one's own; none by default
 */
@ConfigurationProperties(prefix = "sallyport.privacy", ignoreUnknownFields = false)
public record PrivacySettings(@DefaultValue Set<String> unmaskedVendors) {

    public PrivacySettings {
        unmaskedVendors = Set.copyOf(unmaskedVendors);
    }
}
