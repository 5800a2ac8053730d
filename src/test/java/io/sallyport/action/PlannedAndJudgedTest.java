package io.sallyport.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Findings;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Verdict;
import io.sallyport.connector.sandbox.Sandbox;
import io.sallyport.gate.Gate;
import io.sallyport.gate.authorization.ShippedGate;
import io.sallyport.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the shipped planner plans from the sandbox's records, the shipped policies can decide on. */
@Tag("database")
class PlannedAndJudgedTest {

    /** The sample company's today, at nine. */
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private static final List<String> WISHES = List.of(
            "Please refund order %s, it is defective.",
            "Please cancel order %s.",
            "I want to return the item of order %s.",
            "Please upgrade my plan to Pro.",
            "Please downgrade my plan to Free.",
            "Please cancel my plan.",
            "Please send me a password reset link.",
            "Please send me a copy of all my data.",
            "Please erase my account.");

    @Test
    void everyPlanFromTheSampleRecordsIsDecidedOnAndNoneFailsForWantOfAField() throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        List<String> undecided = new ArrayList<>();
        InstantSource clock = InstantSource.fixed(NOW);
        try (var database = TestDatabase.fresh()) {
            Sandbox sandbox = Sandbox.of(database.dataSource(), Duration.ofSeconds(5), clock);
            for (String file : List.of("accounts", "orders", "invoices", "subscriptions")) {
                assertThat(sandbox.load(Path.of("samples/harbourlight/" + file + ".jsonl"), 0)
                                .problems())
                        .isEmpty();
            }
            BusinessRecords records = sandbox.records();
            var planner = new RecordPlanner(Catalogue.shipped(), records, Optional.empty(), clock);
            Gate<ActionPlan> gate = ShippedGate.on(database, records, Assurance.PROVEN, clock);
            for (String email : List.of(
                    "jo.fenwick@fjordmail.example",
                    "admin@stonebridge-lettings.example",
                    "k.yamamoto@tidepool.example",
                    "it@brightbakeries.example",
                    "henry.pratt@oldmill.example",
                    "chloe.benoit@vertmail.example",
                    "tomasz.w@kestrelmail.example")) {
                for (String wish : WISHES) {
                    for (String order : orders(records, email)) {
                        CaseRecord record = record(email, wish.formatted(order));
                        if (planner.plan(record) instanceof Fact.ActionPlanned(ActionPlan plan)) {
                            Verdict verdict = gate.judge(record, plan);
                            outcomes.merge(
                                    plan.action() + " " + (verdict.isPass() ? "passes" : "stops"), 1, Integer::sum);
                            unfit(plan, verdict).ifPresent(undecided::add);
                        }
                    }
                }
            }
        }
        outcomes.forEach((what, count) -> System.out.println(what + ": " + count));

        assertThat(undecided).isEmpty();
        assertThat(outcomes).hasSizeGreaterThan(5);
        assertThat(outcomes.keySet()).anyMatch(what -> what.endsWith("passes"));
    }

    /** Whatever stops a plan of an honest planner is a policy. */
    private static Optional<String> unfit(ActionPlan plan, Verdict verdict) {
        return verdict instanceof Verdict.Stop stop && stop.flagged().isEmpty()
                ? Optional.of(plan + ": " + stop.reason())
                : Optional.empty();
    }

    private static List<String> orders(BusinessRecords records, String email) {
        String account = records.findAccount(email).map(BusinessRecord::id).orElseThrow();
        List<String> orders = records.of("order", account).stream()
                .map(BusinessRecord::id)
                .limit(4)
                .toList();
        return orders.isEmpty() ? List.of("HL-000000") : orders;
    }

    private static CaseRecord record(String from, String text) {
        var message = new Message("m-1", Message.Author.CUSTOMER, from, NOW, "", text, "", List.of(), Map.of());
        var ticket = new Ticket("test", "t-1", Channel.EMAIL, from, "", "link-1");
        return CaseRecord.fresh(
                new CaseId("SP-7K2M9QX4TC"),
                3,
                ticket,
                NOW,
                List.of(message),
                new Findings(Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
