package io.sallyport.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.api.TrackerSignature.Fault;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackerSignatureTest {

    private static final String SECRET = "between us and the tracker";

    @ParameterizedTest
    @CsvSource({
        "sha256=00, 0, WRONG_SIGNATURE, 0",
        "null, 300, WRONG_SIGNATURE, 600",
        "sha256=00, 0, TOO_OLD, 301",
        "sha256=00, null, NO_TIME, 0",
        "sha256=00, 0, NO_SECRET, 301"
    })
    void whoeverRunsTheDeskIsToldWhichFaultItWas(String signature, String timestamp, Fault fault, long now) {
        String secret = fault == Fault.NO_SECRET ? " " : SECRET;
        assertThat(new TrackerSignature(timestamp, signature).fault(secret, Instant.ofEpochSecond(now)))
                .contains(fault);
    }

    @Test
    void theSignatureOfAnotherBodyIsWrong() {
        var signed = new TrackerSignature("1000", "sha256=" + "0".repeat(64));
        assertThat(signed.fault(SECRET, Instant.ofEpochSecond(1000))).isEmpty();
        assertThat(signed.fault("{}", SECRET)).contains(Fault.WRONG_SIGNATURE);
    }

    @Test
    void whatIsSignedHasNone() {
        // printf '1000.{}' | openssl dgst -sha256 -hmac 'between us and the tracker'
        var signed =
                new TrackerSignature("1000", "sha256=5d30afa671d369e6c753514b15670c0d7bbb060e25f3b91cbf9dc201dfde43a7");
        assertThat(signed.fault(SECRET, Instant.ofEpochSecond(1000))).isEmpty();
        assertThat(signed.fault("{}", SECRET)).isEmpty();
    }
}
