package io.sallyport.connector.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An OpenID provider on a free port of this machine that signs whatever a test says. */
final class ScriptedProvider implements AutoCloseable {

    static final String CLIENT = "sallyport";
    static final String SECRET = "top secret: 100%";
    /** One for all tests: it takes half a second to make. */
    private static final RSAKey KEY = newKey();

    private final HttpServer server;
    private final Instant now;
    /** What it signs with; the published key is always {@link #KEY}. */
    RSAKey signsWith = KEY;

    UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    UnaryOperator<String> token = UnaryOperator.identity();
    String issuer;
    int status = 200;
    private Map<String, String> asked = Map.of();

    ScriptedProvider(Instant now) {
        this.now = now;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        issuer = address();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, status, """
                {"issuer":"%s","authorization_endpoint":"%2$s/authorize","token_endpoint":"%2$s/token","jwks_uri":"%2$s/keys"}
                """.formatted(issuer, address())));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString()));
        server.createContext("/token", this::redeem);
        server.start();
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The customer signs in at this address. */
    void signIn(URI authorize) {
        asked = fields(authorize.getRawQuery());
    }

    Map<String, String> asked() {
        return asked;
    }

    private void redeem(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        String pair = new String(Base64.getDecoder().decode(basic.replace("Basic ", "")), StandardCharsets.UTF_8);
        boolean isRight = "the-code".equals(sent.get("code"))
                && challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))
                && asked.getOrDefault("redirect_uri", "").equals(sent.get("redirect_uri"))
                && pair.equals("sallyport:top+secret%3A+100%25");
        answer(exchange, isRight ? 200 : 400, isRight ? "{\"id_token\":\"" + token.apply(signed()) + "\"}" : "{}");
    }

    private String signed() {
        var content = new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(CLIENT)
                .subject("jo")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("auth_time", now.getEpochSecond())
                .claim("nonce", asked.get("nonce"))
                .claim("email", "Jo.Fenwick@fjordmail.example")
                .claim("email_verified", true);
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
                    claims.apply(content).build());
            jwt.sign(new RSASSASigner(signsWith));
            return jwt.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
