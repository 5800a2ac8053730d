package io.sallyport.connector.sandbox;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sandbox.
 *
 * @param enabled whether this desk has one
 * @param url of another desk whose sandbox carries changes out, such as {@code http://127.0.0.1:8081}; unset for this process
 * @param key what opens the HTTP face, of this desk and of the one at {@code url}; empty takes one of this installation's own
 * @param patience how long a change may take before its outcome counts as unknown
 */
@ConfigurationProperties("sallyport.sandbox")
record SandboxSettings(
        @DefaultValue("true") boolean enabled,
        @Nullable URI url,
        @DefaultValue("") String key,
        @DefaultValue("5s") Duration patience) {

    SandboxSettings {
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException(
                    "sallyport.sandbox.patience must be positive, such as 5s, not " + patience);
        }
        if (url != null && key.isEmpty()) {
            throw new IllegalArgumentException("sallyport.sandbox.key must be set where sallyport.sandbox.url is,"
                    + " to the key of the desk there (sandbox-key.txt in its var directory)");
        }
    }

    @Override
    public String toString() {
        return "SandboxSettings[enabled=" + enabled + ", url=" + url + ", patience=" + patience + "]";
    }
}
