package io.sallyport.gate.authorization;

import io.sallyport.casefile.Amount;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the policies.
 *
 * @param dir a folder with policies and their schema of the company's own; empty takes those that are shipped
 * @param currency ISO 4217 code of the currency that the limits in the policies are written in
 * @param approvalAge how long a person's yes to a plan counts
 */
@Validated
@ConfigurationProperties("sallyport.policies")
record PolicySettings(
        @DefaultValue("") @NotNull String dir,
        @DefaultValue("USD") @NotNull String currency,
        @DefaultValue("7d") @NotNull Duration approvalAge) {

    PolicySettings {
        if (!approvalAge.isPositive()) {
            throw new IllegalArgumentException(
                    "sallyport.policies.approval-age: must be a positive length of time such as 7d, not " + approvalAge);
        }
        try {
            new Amount(0, currency);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("sallyport.policies.currency: " + wrong.getMessage(), wrong);
        }
    }
}
