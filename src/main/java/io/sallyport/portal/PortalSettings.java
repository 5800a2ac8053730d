package io.sallyport.portal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The customer's pages.
 *
 * @param company whose desk this is, as customers know it
 * @param writesPerTenMinutes messages that one network address may send in ten minutes
 */
@ConfigurationProperties(prefix = "sallyport.portal", ignoreUnknownFields = false)
record PortalSettings(
        @DefaultValue("Support") String company,
        @DefaultValue("20") int writesPerTenMinutes) {
    PortalSettings {
        if (company.isBlank() || writesPerTenMinutes < 1) {
            throw new IllegalArgumentException(
                    "sallyport.portal: company has to be a name, writes-per-ten-minutes at least 1");
        }
    }
}
