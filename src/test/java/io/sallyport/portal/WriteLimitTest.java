package io.sallyport.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WriteLimitTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final WriteLimit limit = new WriteLimit(1, clock);

    @Test
    void oneHouseholdsNetworkIsOneSenderHoweverManyAddressesItHas() {
        assertThat(limit.isAllowed("2001:db8:1:2::1")).isTrue();
        assertThat(limit.isAllowed("2001:db8:1:2:ffff::7")).isFalse();
        assertThat(limit.isAllowed("2001:db8:1:3::1")).isTrue();
        assertThat(limit.isAllowed("198.51.100.7")).isTrue();
        assertThat(limit.isAllowed("198.51.100.8")).isTrue();

        clock.tick(Duration.ofMinutes(11));
        assertThat(limit.isAllowed("2001:db8:1:2::9")).isTrue();
    }
}
