package io.sallyport.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Fact;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.sandbox.Sandbox;
import io.sallyport.connector.sandbox.SandboxKey;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire to a vendor for every action of the catalogue: nothing of the customer's prose. */
@Tag("database")
class WireContentTest {

    /** Shorter ones are names of the wire's own. */
    private static final Pattern TELLTALE = Pattern.compile("\\w{7,}|[0-9]{6,}");

    private static final InstantSource CLOCK = InstantSource.fixed(PlannerKit.NOW);

    /** @param seen its line, headers and body, as it came */
    private record Request(String seen, String body) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final TestDatabase database = TestDatabase.fresh();
    private final HttpServer server;
    private final ActionPort port;
    private final Permits permits = new Permits(CLOCK);
    private final PlannerKit kit = new PlannerKit();
    private final PlannerKit ending = new PlannerKit().subscription("Pro", "cancelling");

    WireContentTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
        port = Sandbox.of(database.dataSource(), Duration.ofSeconds(10), CLOCK)
                .actionsAt(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        new SandboxKey("a-key-for-tests-of-more-than-32-characters"));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String head = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().entrySet();
            requests.add(new Request(head + "\n" + body, body));
            byte[] done = "{\"remote_id\":\"v-1\",\"confirmed\":{}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, done.length);
            exchange.getResponseBody().write(done);
        }
    }

    @AfterEach
    void close() {
        server.stop(0);
        database.close();
    }

    private Stream<ActionPlan> plans(String message) {
        PlannerKit whose = message.contains("reactivate") ? ending : kit;
        return whose.plan(message) instanceof Fact.ActionPlanned(ActionPlan plan) ? Stream.of(plan) : Stream.empty();
    }

    private void send(ActionPlan plan) {
        String binding = "sandbox/" + plan.action();
        assertThat(port.serves(binding)).isTrue();
        assertThat(port.carryOut(permits.of(plan), binding, plan)).isInstanceOf(ActionPort.Outcome.Done.class);
    }

    @Test
    void noWordAroundAWishGoesToTheVendorWhateverTheAction() {
        Set<String> actions = new HashSet<>();
        var telltales = new ArrayList<String>();
        for (String prose : PlanContentTest.PROSE) {
            telltales.addAll(TELLTALE.matcher(prose.toLowerCase(Locale.ROOT))
                    .results()
                    .map(MatchResult::group)
                    .toList());
            for (String wish : PlanContentTest.WISHES) {
                plans(prose + " " + wish + " " + prose).forEach(plan -> {
                    actions.add(plan.action());
                    send(plan);
                });
            }
        }
        assertThat(actions)
                .isEqualTo(
                        Catalogue.shipped().all().stream().map(Definition::name).collect(Collectors.toSet()));
        for (Request request : requests) {
            assertThat(request.seen().toLowerCase(Locale.ROOT)).doesNotContain(telltales.toArray(String[]::new));
        }
    }

    /** So that no field can be added that carries words. */
    @Test
    void aVendorGetsTheArgumentsTheReasonAndWhoseItIs() {
        for (String wish : PlanContentTest.WISHES) {
            ActionPlan plan = plans(wish).findFirst().orElseThrow();
            send(plan);
            JsonNode body = JsonMapper.shared().readTree(requests.getLast().body());
            assertThat(body.propertyNames()).isSubsetOf("case", "account", "slots", "reason", "amount");
            assertThat(body.path("case").asString()).isEqualTo(plan.caseId().value());
            assertThat(body.path("account").asString()).isEqualTo(plan.customer());
            assertThat(body.path("reason").asString()).isEqualTo(plan.reason());
            assertThat(body.path("amount").propertyNames()).isSubsetOf("minor", "currency");
            plan.slots()
                    .forEach(slot -> assertThat(
                                    body.path("slots").path(slot.name()).asString())
                            .isEqualTo(slot.value()));
            assertThat(body.path("slots").size()).isEqualTo(plan.slots().size());
        }
    }
}
