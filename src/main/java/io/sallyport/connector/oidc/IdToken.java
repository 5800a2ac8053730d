package io.sallyport.connector.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.sallyport.connector.StepUp.Outcome;
import io.sallyport.connector.StepUp.Outcome.Refused;
import io.sallyport.connector.StepUp.Outcome.SignedIn;
import io.sallyport.connector.StepUp.Unavailable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/** An ID token: signed by the provider, for this desk, for this very sign-in, and not too old. */
final class IdToken {

    /** Signatures with a key pair only: with a shared key, or none, anybody could have made it. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** Clocks may differ by this much. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** It is redeemed at once; an older one was made for something else. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final OidcSettings settings;
    private final InstantSource clock;

    IdToken(OidcSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Outcome read(String token, String keys, String nonce) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keySet(keys))));
        // The library would look at the machine's clock; ours is given.
        processor.setJWTClaimsSetVerifier(null);
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Optional<String> objection = objection(claims, nonce);
            return objection
                    .<Outcome>map(Refused::new)
                    .orElseGet(() -> new SignedIn(String.valueOf(claims.getClaim("email"))));
        } catch (ParseException | BadJOSEException | JOSEException _) {
            return new Refused("the token is not signed by the provider");
        }
    }

    private static JWKSet keySet(String keys) {
        try {
            return JWKSet.parse(keys);
        } catch (ParseException broken) {
            throw new Unavailable("its keys cannot be read", broken);
        }
    }

    private Optional<String> objection(JWTClaimsSet claims, String nonce) {
        if (!settings.issuer().equals(claims.getIssuer())) {
            return Optional.of("the token is another issuer's");
        }
        boolean isOurs = claims.getAudience().contains(settings.clientId())
                && (claims.getAudience().size() == 1 || settings.clientId().equals(claims.getClaim("azp")));
        if (!isOurs) {
            return Optional.of("the token is for somebody else");
        }
        if (!isSame(nonce, claims.getClaim("nonce"))) {
            return Optional.of("the token is for another sign-in");
        }
        if (!isFresh(claims)) {
            return Optional.of("the token has expired or was not made now");
        }
        if (!isSignedInNow(claims)) {
            return Optional.of("the token does not say that they signed in just now (auth_time)");
        }
        boolean isVerified = Boolean.TRUE.equals(claims.getClaim("email_verified"))
                && claims.getClaim("email") instanceof String address
                && !address.isBlank();
        return isVerified ? Optional.empty() : Optional.of("the provider has verified no address");
    }

    private boolean isFresh(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        Date issued = claims.getIssueTime();
        return expires != null && issued != null && now.isBefore(expires.toInstant()) && isNow(issued.toInstant());
    }

    /** OpenID Connect Core 3.1.2.1: asked for with {@code max_age}, the token has to have it. */
    private boolean isSignedInNow(JWTClaimsSet claims) {
        return claims.getClaim("auth_time") instanceof Number seconds
                && isNow(Instant.ofEpochSecond(seconds.longValue()));
    }

    private boolean isNow(Instant time) {
        Instant now = clock.instant();
        return !time.isAfter(now.plus(SKEW)) && time.isAfter(now.minus(LIFE));
    }

    private static boolean isSame(String nonce, Object found) {
        return found instanceof String text
                && MessageDigest.isEqual(nonce.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }
}
