package io.sallyport.connector.oidc;

import io.sallyport.connector.StepUp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The authorization code flow of OpenID Connect Core 1.0 with PKCE (RFC 7636, S256). May be shared between threads. */
final class OpenIdConnect implements StepUp {

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final OidcSettings settings;
    private final ProviderCalls calls;
    private final InstantSource clock;

    OpenIdConnect(OidcSettings settings, ProviderCalls calls, InstantSource clock) {
        this.settings = settings;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public URI begin(Attempt attempt, URI back) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", back.toString());
        query.put("scope", "openid email");
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", challenge(attempt.verifier()));
        query.put("code_challenge_method", "S256");
        // A browser left open is no proof: they have to sign in now.
        query.put("prompt", "login");
        // The browser carries this address and may change it; with this the token has to say when they did.
        query.put("max_age", "0");
        String endpoint = endpoint(provider(), "authorization_endpoint");
        return URI.create(endpoint + (endpoint.contains("?") ? "&" : "?") + form(query));
    }

    @Override
    public Outcome finish(Attempt attempt, String code, URI back) {
        JsonNode provider = provider();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", back.toString());
        fields.put("client_id", settings.clientId());
        fields.put("code_verifier", attempt.verifier());
        Optional<JsonNode> tokens = calls.post(endpoint(provider, "token_endpoint"), form(fields), authorization());
        if (tokens.isEmpty()) {
            return new Outcome.Refused("the provider does not know this sign-in");
        }
        String token = tokens.get().path("id_token").asString("");
        String keys = calls.get(endpoint(provider, "jwks_uri")).toString();
        return new IdToken(settings, clock).read(token, keys, attempt.nonce());
    }

    /** Read each time: sign-ins are rare, and keys change. */
    private JsonNode provider() {
        String issuer = settings.issuer();
        JsonNode found =
                calls.get((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DISCOVERY);
        if (!issuer.equals(found.path("issuer").asString(""))) {
            throw new Unavailable("it names another issuer than the settings do");
        }
        return found;
    }

    private static String endpoint(JsonNode provider, String name) {
        String address = provider.path(name).asString("");
        if (!OidcSettings.isSafe(address)) {
            throw new Unavailable("its " + name + " is missing or not https");
        }
        return address;
    }

    private Optional<String> authorization() {
        if (settings.clientSecret().isEmpty()) {
            return Optional.empty();
        }
        // RFC 6749 2.3.1: both are form-encoded first.
        String pair = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
