package io.sallyport.portal;

import io.sallyport.casefile.CaseId;
import io.sallyport.connector.StepUp;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-ins that have begun: any node may see them come back, and each comes back once. */
final class StepUps {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final InstantSource clock;

    StepUps(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param browser a secret that only the browser which began has */
    record Begun(CaseId caseId, String challenge, String browser, StepUp.Attempt attempt) {
        @Override
        public String toString() {
            return "Begun[" + caseId + "]";
        }
    }

    Begun begin(CaseId caseId, String challenge) {
        var begun = new Begun(caseId, challenge, secret(), new StepUp.Attempt(secret(), secret(), secret()));
        Instant now = clock.instant();
        jdbc.sql("delete from step_up where begun_at < ?")
                .param(Timestamp.from(now.minus(LIFE)))
                .update();
        jdbc.sql("insert into step_up (state, browser, case_id, challenge, nonce, verifier, begun_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        begun.attempt().state(),
                        begun.browser(),
                        caseId.value(),
                        challenge,
                        begun.attempt().nonce(),
                        begun.attempt().verifier(),
                        Timestamp.from(now))
                .update();
        return begun;
    }

    /** Whoever asks second finds nothing, and so does whoever asks too late or from another browser. */
    Optional<Begun> take(String state, String browser) {
        Instant now = clock.instant();
        return jdbc.sql("delete from step_up where state = ? and browser = ? returning *")
                .params(state, browser)
                .query((row, _) -> {
                    Instant begun = row.getTimestamp("begun_at").toInstant();
                    boolean isOpen = !now.isBefore(begun) && now.isBefore(begun.plus(LIFE));
                    return isOpen
                            ? Optional.of(new Begun(
                                    new CaseId(row.getString("case_id")),
                                    row.getString("challenge"),
                                    browser,
                                    new StepUp.Attempt(state, row.getString("nonce"), row.getString("verifier"))))
                            : Optional.<Begun>empty();
                })
                .optional()
                .flatMap(found -> found);
    }

    /** 256 bits; RFC 7636 wants at least 43 characters for the verifier. */
    private static String secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
