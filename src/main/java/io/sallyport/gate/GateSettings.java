package io.sallyport.gate;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the gates.
 *
 * @param company the company's name as customers know it; empty lets no courtesy name it
 * @param freshness how long a person's review lets a source be cited
 * @param languages ISO 639-1 codes we answer in
 */
@Validated
@ConfigurationProperties("sallyport.gate")
record GateSettings(
        @DefaultValue("") @NotNull String company,
        @DefaultValue("90d") @NotNull Duration freshness,
        @DefaultValue("en") @NotNull Set<String> languages) {

    GateSettings {
        if (freshness.isNegative() || freshness.isZero()) {
            throw new IllegalArgumentException(
                    "sallyport.gate.freshness must be positive, such as 90d, not " + freshness);
        }
        languages = Set.copyOf(languages);
    }
}
