package io.sallyport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Screening.Automatic;
import io.sallyport.intake.screening.AutomaticMail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntakeSettingsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void theDesksOwnAddressIsKnownHoweverSettingAndMailWriteIt() {
        var settings = new IntakeSettings(
                100_000,
                2_000_000,
                26_214_400,
                52_428_800,
                30,
                5,
                Set.of("Help@Desk.example", " help@desk.example"),
                Set.of(),
                "",
                Set.of());
        var message = new MessageWriter(settings, InstantSource.fixed(NOW))
                .write(new Incoming(
                        "mail",
                        "<1@desk.example>",
                        Channel.EMAIL,
                        "HELP@desk.example",
                        "Re: Hub offline",
                        Incoming.Body.plain("It is on its way."),
                        NOW,
                        Map.of(),
                        List.of(),
                        Optional.empty()));
        assertThat(AutomaticMail.judge(message, Channel.EMAIL, settings.ownAddresses()))
                .isEqualTo(Automatic.LOOP);
    }
}
