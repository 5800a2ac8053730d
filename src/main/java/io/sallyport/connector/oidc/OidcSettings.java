package io.sallyport.connector.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The company's OpenID provider.
 *
 * @param issuer as the provider names itself, such as {@code https://login.example.com/realms/customers}; empty: no step-up
 * @param clientId of this desk at the provider
 * @param clientSecret of this desk at the provider; empty for a public client
 */
@ConfigurationProperties(prefix = "sallyport.identity.oidc", ignoreUnknownFields = false)
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    OidcSettings {
        if (!issuer.isEmpty() && (clientId.isEmpty() || !isSafe(issuer))) {
            throw new IllegalArgumentException(
                    "sallyport.identity.oidc needs a client-id and an issuer that begins with"
                            + " https:// (http:// only on this machine)");
        }
    }

    /** What is said in the clear anybody on the way may answer. */
    static boolean isSafe(String address) {
        try {
            URI uri = new URI(address);
            String host = String.valueOf(uri.getHost());
            return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(host));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
