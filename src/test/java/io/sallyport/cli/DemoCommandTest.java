package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.KnownLessons;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
@Tag("slow")
class DemoCommandTest {

    @TempDir
    Path var;

    @Test
    void playsTheSampleCompanysQueueThroughTheWholeDesk() {
        System.setProperty("sallyport.var", var.toString());
        KnownLessons.into(var.resolve("demo"));
        try {
            CommandRuns.Ran ran = CommandRuns.captured("demo", "--exit", "--messages", "40");
            assertThat(ran.status()).as(ran.err()).isZero();
            assertThat(ran.out())
                    .contains("40 messages", "none lost: yes", "Console", "password")
                    .containsPattern("(?m)^te-\\d+ .* answered +“")
                    .containsPattern("(?m)^te-\\d+ .* handed ")
                    .containsPattern("(?m)^te-\\d+ .* junk ");
            KnownLessons.keep(var.resolve("demo"));
        } finally {
            System.clearProperty("sallyport.var");
        }
    }
}
