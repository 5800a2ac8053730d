package io.sallyport.gate.authorization;

import io.sallyport.casefile.Amount;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the policies.
 *
 * @param dir a folder with policies and their schema of the company's own; empty takes those that are shipped
 * @param currency ISO 4217 code of the currency that the limits in the policies are written in
 */
@Validated
@ConfigurationProperties("sallyport.policies")
record PolicySettings(
        @DefaultValue("") @NotNull String dir,
        @DefaultValue("USD") @NotNull String currency) {

    PolicySettings {
        try {
            new Amount(0, currency);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("sallyport.policies.currency: " + wrong.getMessage(), wrong);
        }
    }
}
