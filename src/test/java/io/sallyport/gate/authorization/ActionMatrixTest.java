package io.sallyport.gate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.action.Catalogue;
import io.sallyport.action.Definition;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.FieldValue.Flag;
import io.sallyport.casefile.FieldValue.Group;
import io.sallyport.casefile.FieldValue.Many;
import io.sallyport.casefile.FieldValue.Text;
import io.sallyport.casefile.FieldValue.Whole;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.identity.IdentityGate;
import io.sallyport.gate.identity.IdentityVerifier;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every shipped action under every assurance and circumstance, beside a table that was written by hand from the design. Who writes
 * is told by the Identity Verifier, from the case's evidence and the shop's books.
 */
@Tag("database")
class ActionMatrixTest {

    private static final List<String> CIRCUMSTANCES = List.of(
            "within limit",
            "above limit",
            "second in 30 days",
            "out of window",
            "digital",
            "not the owner",
            "locked account",
            "recently changed e-mail");
    private static final Set<String> UNSHIPPED = Set.of("order-cancellation", "address-change");

    /** As the shipped catalogue says. */
    private static final Map<String, Assurance> LEAST = new TreeMap<>(
            Catalogue.shipped().all().stream().collect(Collectors.toMap(Definition::name, Definition::leastAssurance)));

    private final CedarEngine engine = ShippedPolicies.load();

    @Test
    void everyOutcomeIsTheOneInTheTable() throws IOException {
        var expected = new String(
                        ActionMatrixTest.class
                                .getResourceAsStream("/gate/action-matrix.tsv")
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        var found = new ArrayList<String>();
        found.add("action\tcircumstance\tnone\tclaimed\tmatched\tproven");
        try (var database = TestDatabase.fresh()) {
            for (String action : LEAST.keySet()) {
                for (String circumstance : CIRCUMSTANCES) {
                    found.add(row(database, action, circumstance));
                }
            }
        }
        found.forEach(System.out::println);

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    private String row(TestDatabase database, String action, String circumstance) {
        var row = new StringBuilder(action + "\t" + circumstance);
        for (Assurance assurance : Assurance.values()) {
            row.append('\t').append(outcome(database, action, circumstance, assurance));
        }
        return row.toString();
    }

    /** The two gates each stop it, so that the table is the same with either of them alone. */
    @Test
    void aLockedAccountIsStoppedByIdentityAndByPolicyEachOnItsOwn() {
        try (var database = TestDatabase.fresh()) {
            for (String action : LEAST.keySet()) {
                Shop shop = shop(action, "locked account");
                ActionPlan plan = Plans.of(action, "HL-1", 4900);
                for (Assurance assurance : Assurance.values()) {
                    CaseRecord record = Plans.known(assurance);
                    assertThat(identity(shop).judge(record, plan).isPass())
                            .as("identity, %s, %s", action, assurance)
                            .isFalse();
                    assertThat(authorization(database, shop, (_, _) -> assurance)
                                    .judge(record, plan)
                                    .isPass())
                            .as("authorization, %s, %s", action, assurance)
                            .isFalse();
                }
            }
        }
    }

    private static IdentityVerifier verifier(Shop shop) {
        return new IdentityVerifier(shop, Duration.ofDays(7), new SettableClock(Plans.NOW));
    }

    private static IdentityGate identity(Shop shop) {
        return new IdentityGate(verifier(shop), plan -> Optional.ofNullable(LEAST.get(plan.action())));
    }

    private AuthorizationGate authorization(TestDatabase database, Shop shop, AssuranceOf assurance) {
        var clock = new SettableClock(Plans.NOW);
        var reservations = new PostgresReservations(database.dataSource(), clock);
        return new AuthorizationGate(
                engine, new Authorizer(engine, shop, reservations, assurance, Plans.STILL_LEADS, "USD", clock));
    }

    private String outcome(TestDatabase database, String action, String circumstance, Assurance assurance) {
        Shop shop = shop(action, circumstance);
        AssuranceOf told =
                (record, customer) -> verifier(shop).assess(record, customer).assurance();
        ActionPlan plan = Plans.of(action, "HL-1", circumstance.equals("above limit") ? 25000 : 4900);
        CaseRecord record = Plans.known(assurance);
        List<Verdict> verdicts = List.of(
                identity(shop).judge(record, plan),
                authorization(database, shop, told).judge(record, plan));
        if (verdicts.stream().allMatch(Verdict::isPass)) {
            return "done";
        }
        return new ActionWork.Judged(plan, List.of(), verdicts)
                .remedy()
                .map(remedy -> switch (remedy) {
                    case PROOF -> "code";
                    case APPROVAL -> "person";
                    case SECOND_APPROVAL -> "two persons";
                })
                .orElse("denied");
    }

    private static Shop shop(String action, String circumstance) {
        var shop = new Shop(Plans.NOW);
        String status = UNSHIPPED.contains(action) ? "processing" : "delivered";
        String running = action.equals("plan-resume") ? "cancelling" : "active";
        shop.order("HL-1", Shop.CUSTOMER, 4900, 10, status);
        shop.set("subscription:SUB-1", "status", new Text(running));
        switch (circumstance) {
            case "above limit" -> shop.order("HL-1", Shop.CUSTOMER, 25000, 10, status);
            case "second in 30 days" -> shop.refunded("rf-1", 1000, 20);
            case "out of window" -> {
                shop.order("HL-1", Shop.CUSTOMER, 4900, 45, UNSHIPPED.contains(action) ? "shipped" : "delivered");
                shop.set("subscription:SUB-1", "status", new Text("cancelled"));
            }
            case "digital" -> {
                shop.set("order:HL-1", "has_digital", new Flag(true));
                shop.set(
                        "order:HL-1",
                        "items",
                        new Many(List.of(new Group(Map.of(
                                "sku",
                                new Text("HL-LEAK"),
                                "price_minor",
                                new Whole(4900),
                                "digital",
                                new Flag(true))))));
            }
            case "not the owner" -> {
                shop.account(Shop.CUSTOMER, Shop.EMAIL, "member");
                shop.set("order:HL-1", "account", new Text("acc-2"));
                shop.set("invoice:INV-1", "account", new Text("acc-2"));
            }
            case "locked account" -> shop.set("account:acc-1", "status", new Text("locked"));
            case "recently changed e-mail" -> shop.set("account:acc-1", "contact_changed_at", shop.ago(2));
            default -> {}
        }
        return shop;
    }
}
