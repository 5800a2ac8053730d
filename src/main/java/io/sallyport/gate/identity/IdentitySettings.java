package io.sallyport.gate.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the Identity Verifier.
 *
 * @param contactRest how long a changed address or other contact detail keeps a customer from being more than claimed
 * @param codeKey what one-time codes are stored under, the same on every node; empty takes one of this installation's own
 * @param codesPerAddress one-time codes that one address may get within 24 hours, over all cases
 */
@ConfigurationProperties("sallyport.identity")
record IdentitySettings(
        @DefaultValue("7d") Duration contactRest,
        @DefaultValue("") String codeKey,
        @DefaultValue("5") int codesPerAddress) {

    IdentitySettings {
        if (contactRest.compareTo(Duration.ofHours(1)) < 0 || codesPerAddress < 1) {
            throw new IllegalArgumentException(
                    "sallyport.identity: contact-rest at least 1h, such as 7d; codes-per-address at least 1");
        }
    }

    @Override
    public String toString() {
        return "IdentitySettings[contactRest=" + contactRest + ", codesPerAddress=" + codesPerAddress + "]";
    }
}
