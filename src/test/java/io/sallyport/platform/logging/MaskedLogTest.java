package io.sallyport.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

class MaskedLogTest {

    @ParameterizedTest
    @CsvSource({
        "wrote to jo.o'neil+shop@mail.example.co.uk today, wrote to <address> today",
        "card 4111 1111 1111 1111 declined, card <number> declined",
        "call +46 8 465 004 00 back, call <number> back",
        "call (614) 555-0102 back, call <number> back",
        "paid from DE89 3704 0044 0532 0130 00 yesterday, paid from <account> yesterday",
        "GET https://jo:hunter22@files.example/a failed, GET https://<secret>@files.example/a failed",
        "Authorization: Bearer q8Zr2kLmP0aX, Authorization: Bearer <secret>",
        "url /a?access_token=q7x9&page=2, url /a?access_token=<secret>&page=2",
        "key sk-ant-q8Zr2kLmP0a refused, key <secret> refused",
        "read from 203.0.113.77 today, read from <number> today",
        "effect=fx-q8Zr2kLmP0aXw7YbN3cVd5TfGh1J, effect=<secret>",
        "hash=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, hash=<secret>",
        "link /t/q8Zr2kLmP0aXw7YbN3cVd5TfGh1J opened, link /t/<secret> opened",
    })
    void masks(String line, String masked) {
        assertThat(PersonalData.masked(line)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a message came in case=SP-D2PTH6CTMJ source=inbox receipt=Opened",
                "Database started port=26129 directory=/srv/desk/var/postgres/data",
                "a step failed case=SP-1H53XJG6FW step=TRIAGE attempt=3",
                "a sent reply was found not accurate case=SP-1H53XJG6FW effect=fx-9f86d081884c7d659a2feaa0c55ad015 accuracy=2",
                "took 12345 ms at 2026-11-20T",
                "GET /api/v1/tickets from 127.0.0.1 token=none",
            })
    void leavesOurOwnLinesAsTheyAre(String line) {
        assertThat(PersonalData.masked(line)).isEqualTo(line);
    }

    @Test
    void theShippedConfigurationMasksMessagesAndStackTraces() throws Exception {
        var context = new LoggerContext();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(MaskedLogTest.class.getResource("/logback.xml"));
        var shipped =
                (ConsoleAppender<?>) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR");
        String pattern = ((PatternLayoutEncoder) (Object) shipped.getEncoder()).getPattern();

        String written = write(context, pattern);

        assertThat(written)
                .contains("a step failed", "IllegalStateException", "MaskedLogTest")
                .doesNotContain("jo@example.com")
                .doesNotContain("4111 1111");
    }

    private static String write(LoggerContext context, String pattern) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        var broken = new IllegalStateException(
                "card 4111 1111 1111 1111", new IllegalArgumentException("from jo@example.com"));
        var event = new LoggingEvent(
                "", context.getLogger("test"), Level.WARN, "a step failed for jo@example.com", broken, new Object[0]);
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
