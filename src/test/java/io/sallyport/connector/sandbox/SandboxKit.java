package io.sallyport.connector.sandbox;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionPlan.RecordField;
import io.sallyport.casefile.ActionPlan.Slot;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.CaseId;
import io.sallyport.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A sandbox on a fresh database with one customer, who has bought a few things. */
final class SandboxKit implements AutoCloseable {

    static final String ACCOUNT = "acc-1";
    static final String ADDRESS = "mara@example.com";
    static final String ACCOUNT_ROW = """
            {"id":"acc-1","email":"Mara@example.com","name":"Mara","tier":"pro","status":"active","email_verified":true,\
            "roles":["owner"],"contacts":[{"email":"mara@example.com","role":"owner"}],"addresses":[{"id":"adr-1",\
            "line":"1 Mill Lane","city":"Leeds","postcode":"LS1","country":"GB"},{"id":"adr-2","line":"2 Mill Lane",\
            "city":"Bath","postcode":"BA1","country":"GB"}],"country":"GB","zone":"Europe/London","since":"2025-01-01"}
            """;

    private static final String HUB =
            "{\"sku\":\"HUB\",\"name\":\"Hub\",\"quantity\":1,\"price_minor\":8900,\"digital\":false}";

    final TestDatabase database = TestDatabase.fresh();
    final Sandbox sandbox;

    SandboxKit(InstantSource clock) {
        this.sandbox = filled(Sandbox.of(database.dataSource(), Duration.ofSeconds(2), clock));
    }

    /** With the customer and what they have bought. */
    static Sandbox filled(Sandbox sandbox) {
        load(sandbox, "accounts.jsonl", ACCOUNT_ROW, """
                {"id":"acc-2","email":"tom@example.com","name":"Tom","tier":"home","status":"active","email_verified":true,\
                "roles":["owner"],"contacts":[],"addresses":[],"country":"GB","zone":"Europe/London"}
                """);
        load(sandbox, "orders.jsonl", order("HL-1", "delivered"), order("HL-2", "placed"), order("HL-3", "packed"));
        load(sandbox, "invoices.jsonl", """
                {"id":"INV-1","email":"mara@example.com","issued":"2026-02-01","amount_minor":2400,"currency":"USD",\
                "status":"paid","plan":"Pro","period_start":"2026-02-01","period_end":"2026-02-28"}
                """, """
                {"id":"INV-2","email":"mara@example.com","issued":"2026-03-01","amount_minor":2400,"currency":"USD",\
                "status":"failed","plan":"Pro","period_start":"2026-03-01","period_end":"2026-03-31"}
                """);
        load(sandbox, "subscriptions.jsonl", """
                {"id":"SUB-1","email":"mara@example.com","plan":"Home","interval":"month","status":"active",\
                "renews":"2026-04-01","sites":null}
                """);
        return sandbox;
    }

    static String order(String id, String status) {
        return """
                {"id":"%s","email":"mara@example.com","placed":"2026-02-20T10:00:00Z","status":"%s","items":[%s],\
                "shipping_minor":700,"total_minor":9600,"currency":"USD","shipped":null,"delivered":null,\
                "address_id":"adr-1"}
                """.formatted(id, status, HUB);
    }

    RecordFile.Report load(String name, String... rows) {
        return load(sandbox, name, rows);
    }

    private static RecordFile.Report load(Sandbox sandbox, String name, String... rows) {
        try {
            Path folder = Files.createTempDirectory("sandbox");
            Path file = Files.writeString(
                    folder.resolve(name), Arrays.stream(rows).map(String::strip).collect(Collectors.joining("\n")));
            try {
                return sandbox.load(file, 0);
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    static ActionPlan plan(CaseId caseId, String action, Map<String, String> slots, Optional<Amount> amount) {
        List<Slot> checked = slots.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(slot -> new Slot(slot.getKey(), slot.getValue(), new RecordField("account:" + ACCOUNT, "id")))
                .toList();
        return new ActionPlan(caseId, action, "0".repeat(64), ACCOUNT, checked, "asked-for", amount);
    }

    static Optional<Amount> dollars(long minor) {
        return Optional.of(new Amount(minor, "USD"));
    }

    @Override
    public void close() {
        database.close();
    }
}
