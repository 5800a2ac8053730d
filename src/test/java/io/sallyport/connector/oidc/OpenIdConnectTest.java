package io.sallyport.connector.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.sallyport.connector.StepUp;
import io.sallyport.connector.StepUp.Outcome;
import io.sallyport.testkit.SettableClock;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenIdConnectTest {

    private static final URI BACK = URI.create("https://support.harbourlight.example/proof/return");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T09:00:00Z"));
    private final ScriptedProvider provider = new ScriptedProvider(clock.instant());
    private final OpenIdConnect oidc = new OpenIdConnect(
            new OidcSettings(provider.address(), ScriptedProvider.CLIENT, ScriptedProvider.SECRET),
            new ProviderCalls(),
            clock);
    private final StepUp.Attempt attempt =
            new StepUp.Attempt("state-1", "nonce-1", "verifier-verifier-verifier-verifier-verifier");

    @AfterEach
    void close() {
        provider.close();
    }

    private Outcome signIn() {
        provider.signIn(oidc.begin(attempt, BACK));
        return oidc.finish(attempt, "the-code", BACK);
    }

    private Outcome with(UnaryOperator<JWTClaimsSet.Builder> claims) {
        provider.claims = claims;
        return signIn();
    }

    @Test
    void aSignInGivesTheAddressThatTheProviderHasVerified() {
        assertThat(signIn()).isEqualTo(new Outcome.SignedIn("Jo.Fenwick@fjordmail.example"));
        assertThat(provider.asked())
                .containsEntry("state", "state-1")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("prompt", "login")
                .doesNotContainValue(attempt.verifier());
    }

    @Test
    void aTokenOfAnotherSignInAudienceOrIssuerProvesNothing() {
        assertThat(with(claims -> claims.claim("nonce", "nonce-2"))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.claim("nonce", null))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.audience("another"))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.audience(List.of(ScriptedProvider.CLIENT, "another"))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.issuer("https://evil.example"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aTokenThatExpiredOrIsOldOrOfTheFutureOrHasNoTimesProvesNothing() {
        Instant now = clock.instant();
        assertThat(with(claims -> claims.expirationTime(Date.from(now)))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.expirationTime(null))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.issueTime(null))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.issueTime(Date.from(now.minusSeconds(601)))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.issueTime(Date.from(now.plusSeconds(61)))))
                .isInstanceOf(Outcome.Refused.class);
    }

    /** Whoever sits at a browser left open can take {@code prompt=login} out of the address that it carries. */
    @Test
    void aSignInOfLongAgoOrOfNoTimeProvesNothing() {
        assertThat(provider.asked()).isEmpty();
        long now = clock.instant().getEpochSecond();
        assertThat(with(claims -> claims.claim("auth_time", now - 601))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.claim("auth_time", now + 61))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.claim("auth_time", null))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.claim("auth_time", "now"))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.claim("auth_time", now - 30))).isInstanceOf(Outcome.SignedIn.class);
        assertThat(provider.asked()).containsEntry("max_age", "0");
    }

    @Test
    void anAddressThatIsMissingOrNotVerifiedProvesNothing() {
        assertThat(with(claims -> claims.claim("email_verified", false))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.claim("email_verified", "true"))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.claim("email_verified", null))).isInstanceOf(Outcome.Refused.class);
        assertThat(with(claims -> claims.claim("email", null))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aTokenThatTheProviderDidNotSignProvesNothing() throws JOSEException, ParseException {
        provider.signsWith = ScriptedProvider.newKey();
        assertThat(signIn()).isInstanceOf(Outcome.Refused.class);

        provider.token = signed -> new PlainJWT(claimsOf(signed)).serialize();
        assertThat(signIn()).as("alg none").isInstanceOf(Outcome.Refused.class);

        provider.token = signed -> {
            try {
                var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claimsOf(signed));
                jwt.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
                return jwt.serialize();
            } catch (JOSEException broken) {
                throw new IllegalStateException(broken);
            }
        };
        assertThat(signIn()).as("a shared key").isInstanceOf(Outcome.Refused.class);

        provider.token = _ -> "";
        assertThat(signIn()).isInstanceOf(Outcome.Refused.class);
    }

    private static JWTClaimsSet claimsOf(String signed) {
        try {
            return SignedJWT.parse(signed).getJWTClaimsSet();
        } catch (ParseException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void aCodeThatTheProviderDoesNotKnowProvesNothing() {
        provider.signIn(oidc.begin(attempt, BACK));
        assertThat(oidc.finish(attempt, "another-code", BACK)).isInstanceOf(Outcome.Refused.class);
        var stolen = new StepUp.Attempt("state-1", "nonce-1", "another-verifier-another-verifier-another-v");
        assertThat(oidc.finish(stolen, "the-code", BACK))
                .as("the code without its verifier")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aProviderThatIsDownOrCallsItselfOtherwiseIsUnavailable() {
        provider.issuer = "https://evil.example";
        assertThatThrownBy(() -> oidc.begin(attempt, BACK)).isInstanceOf(StepUp.Unavailable.class);
        provider.issuer = provider.address();
        provider.status = 503;
        assertThatThrownBy(() -> oidc.begin(attempt, BACK)).isInstanceOf(StepUp.Unavailable.class);
        provider.close();
        assertThatThrownBy(() -> oidc.finish(attempt, "the-code", BACK)).isInstanceOf(StepUp.Unavailable.class);
    }

    @Test
    void settingsThatAreUnsafeStopTheStart() {
        assertThatThrownBy(() -> new OidcSettings("http://login.example.com", "id", ""))
                .hasMessageContaining("https://");
        assertThatThrownBy(() -> new OidcSettings("https://login.example.com", "", ""))
                .hasMessageContaining("client-id");
        assertThat(new OidcSettings("https://login.example.com", "id", "hush").toString())
                .doesNotContain("hush");
        assertThat(attempt.toString()).doesNotContain("nonce-1");
    }
}
