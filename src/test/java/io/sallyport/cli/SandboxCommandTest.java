package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.CommandRuns.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class SandboxCommandTest {

    private static final String SAMPLES = "samples/harbourlight/";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void loadsTheSampleCompanyShowsACustomerAndReportsBadRows() throws IOException {
        try (var commands = new CommandRuns(folder.resolve("var"))) {
            String[] load = {
                "sandbox",
                "import",
                SAMPLES + "orders.jsonl",
                SAMPLES + "invoices.jsonl",
                SAMPLES + "subscriptions.jsonl",
                SAMPLES + "accounts.jsonl"
            };
            Ran first = commands.run(load);
            assertThat(first.status()).as(first.err()).isZero();
            assertThat(first.out()).contains("accounts.jsonl: 60 taken in, 0 known before, 0 skipped");
            Ran again = commands.run(load);
            assertThat(again.status())
                    .as("what is known already is not skipped")
                    .isZero();
            assertThat(again.out()).contains("orders.jsonl: 0 taken in, 110 known before, 0 skipped");

            assertThat(commands.run("sandbox", "show", "jo.fenwick@fjordmail.example")
                            .out())
                    .contains("account acc-", "order HL-104315", "status=processing");
            assertThat(commands.run("sandbox", "show", "nobody@example.com").status())
                    .isEqualTo(1);
            assertThat(commands.run("sandbox", "mail", "jo.fenwick@fjordmail.example")
                            .out())
                    .contains("0 mails");

            Path bad = Files.writeString(folder.resolve("orders-bad.jsonl"), "{}\nnothing\n");
            Ran skipping = commands.run("sandbox", "import", bad.toString(), SAMPLES + "orders.jsonl");
            assertThat(skipping.status()).isEqualTo(1);
            assertThat(skipping.out()).contains("orders.jsonl: 0 taken in, 110 known before, 0 skipped");
            assertThat(skipping.errorLines())
                    .satisfiesExactly(
                            line -> assertThat(line).contains("orders-bad.jsonl:1: "),
                            line -> assertThat(line).contains("orders-bad.jsonl:2: not JSON"));
        }
    }

    @Test
    void faultsAreSetAndTakenBack() {
        try (var commands = new CommandRuns(folder.resolve("var"))) {
            assertThat(commands.run("sandbox", "fault", "sandbox/refund", "hang", "--times", "2")
                            .out())
                    .contains("sandbox/refund will hang, 2 times");
            assertThat(commands.run("sandbox", "fault", "sandbox/refund", "explode")
                            .err())
                    .contains("there is no fault 'explode'");
            assertThat(commands.run("sandbox", "fault").out()).contains("well");
        }
    }
}
