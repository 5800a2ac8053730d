package io.sallyport.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class RecordFileTest {

    private static final Path SAMPLES = Path.of("samples", "harbourlight");

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final SandboxKit kit = new SandboxKit(clock);

    @AfterEach
    void close() {
        kit.close();
    }

    private BusinessRecord record(String kind, String id) {
        return kit.sandbox.records().find(kind, id).orElseThrow();
    }

    @Test
    void takesInTheWholeSampleCompanyAndNothingTwice() throws IOException {
        for (String name : new String[] {"accounts", "orders", "invoices", "subscriptions"}) {
            Path file = SAMPLES.resolve(name + ".jsonl");
            int rows = Math.toIntExact(Files.readAllLines(file).size());
            var first = kit.sandbox.load(file, 3);
            assertThat(first.problems()).isEmpty();
            assertThat(first.taken()).as(name).isEqualTo(rows);
            var second = kit.sandbox.load(file, 3);
            assertThat(second.taken()).isZero();
            assertThat(second.known()).isEqualTo(rows);
        }
        assertThat(record("order", "HL-100533").text("placed")).contains("2024-06-10T09:00:25Z");
        assertThat(kit.sandbox.records().of("invoice", "acc-1001")).isNotEmpty();
    }

    @Test
    void aBadRowIsReportedWithItsLineAndSkipped() {
        var report = kit.load(
                "orders-of-may.jsonl",
                SandboxKit.order("HL-9", "delivered"),
                "{\"id\":",
                SandboxKit.order("HL-10", "stolen"),
                SandboxKit.order("HL-11", "delivered").replace("9600", "9601"),
                SandboxKit.order("HL-12", "delivered").replace("mara@", "nobody@"),
                SandboxKit.order("HL-13", "delivered").replace("\"USD\"", "\"dollars\""),
                SandboxKit.order("HL-14", "delivered").replace("8900", "89.00"),
                SandboxKit.order("HL-15", "delivered"));
        assertThat(report.taken()).isEqualTo(2);
        assertThat(report.problems())
                .satisfiesExactly(
                        line -> assertThat(line).contains(":2: not JSON"),
                        line -> assertThat(line).contains(":3: ", "status", "stolen"),
                        line -> assertThat(line).contains(":4: ", "total_minor"),
                        line -> assertThat(line).contains(":5: ", "nobody@example.com", "accounts first"),
                        line -> assertThat(line).contains(":6: ", "ISO 4217"),
                        line -> assertThat(line).contains(":7: ", "price_minor"));
    }

    @Test
    void recordsSpeakTheVocabularyOfTheActionLane() {
        BusinessRecord placed = record("order", "HL-2");
        assertThat(placed.text("status")).contains("processing");
        assertThat(placed.text("account")).contains(SandboxKit.ACCOUNT);
        assertThat(placed.whole("refunded_minor")).contains(0L);
        assertThat(placed.find("has_digital")).contains(new FieldValue.Flag(false));
        assertThat(placed.find("shipped")).isEmpty();
        assertThat(record("invoice", "INV-2").text("status")).contains("open");
        assertThat(record("invoice", "INV-1").text("issued")).contains("2026-02-01T00:00:00Z");
        assertThat(record("subscription", "SUB-1").text("renews")).contains("2026-04-01T00:00:00Z");
    }

    @Test
    void anAddressFindsItsAccountExactlyButForCase() {
        assertThat(kit.sandbox.records().findAccount("MARA@Example.com"))
                .map(BusinessRecord::id)
                .contains("acc-1");
        assertThat(kit.sandbox.records().findAccount("m\u0430ra@example.com")).isEmpty();
        assertThat(kit.sandbox.records().findAccount("mara@example.co")).isEmpty();
        assertThat(kit.sandbox.records().findAccount("")).isEmpty();
    }

    @Test
    void twoAccountsDoNotShareAnAddress() {
        var report = kit.load("accounts.jsonl", SandboxKit.ACCOUNT_ROW.replace("\"acc-1\"", "\"acc-3\""));
        assertThat(report.taken()).isZero();
        assertThat(report.problems()).singleElement().asString().contains("belongs to the account acc-1");
    }

    @Test
    void aFileWhoseNameDoesNotTellIsRefused() {
        assertThatThrownBy(() -> kit.load("things.jsonl", "{}")).hasMessageContaining("accounts, orders");
    }
}
