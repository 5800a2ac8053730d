package io.sallyport.connector.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CodeMail;
import io.sallyport.platform.web.PublicAddress;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.WebDesk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the sandbox's HTTP face answers, and whom it lets in. */
@Tag("database")
class SandboxDoorTest {

    private static final String REFUND = """
            {"case":"c","account":"acc-1","slots":{"order":"HL-1"},"reason":"damaged",\
            "amount":{"minor":4000,"currency":"USD"}}""";

    private final WebDesk web = WebDesk.open();
    private final Sandbox sandbox = SandboxKit.filled(web.bean(Sandbox.class));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        web.close();
    }

    private HttpRequest.Builder to(String path) {
        return withoutKey(path)
                .header("Authorization", web.bean(SandboxKey.class).authorization());
    }

    private HttpRequest.Builder withoutKey(String path) {
        return HttpRequest.newBuilder(URI.create(web.url(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        return send(to(path).header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void readsAndRefundsOnceForAKey() throws Exception {
        assertThat(send(to("/sandbox/orders/HL-1").GET()).body()).contains("\"total_minor\":9600");
        assertThat(send(to("/sandbox/accounts?email=mara@example.com").GET()).body())
                .contains("\"acc-1\"");
        assertThat(send(to("/sandbox/orders?account=acc-1").GET()).body()).contains("HL-1", "HL-2", "HL-3");
        HttpResponse<String> first = post("/sandbox/refunds", "key-1", REFUND);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(post("/sandbox/refunds", "key-1", REFUND).body()).isEqualTo(first.body());
        assertThat(post("/sandbox/refunds", "key-1", REFUND.replace("4000", "4001"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/sandbox/refunds", "key-2", REFUND.replace("4000", "9600"))
                        .body())
                .contains("only 5600 is left");
        assertThat(send(to("/sandbox/refunds?account=acc-1").GET()).body()).contains("\"amount_minor\":4000");
        assertThat(send(to("/sandbox/effects/key-1").GET()).statusCode()).isEqualTo(200);
        assertThat(send(to("/sandbox/effects/key-2").GET()).body()).isEqualTo("{\"absent\":\"key-2\"}");
    }

    private String pageOf(String address) {
        return sandbox.mails(address, 1).getFirst().pages().getFirst();
    }

    private String submit(String page, String form) throws IOException, InterruptedException {
        return send(withoutKey(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .body();
    }

    @Test
    void theLinksOfAnAddressChangeLeadToItsEnd() throws Exception {
        assertThat(post("/sandbox/changes/email-change", "key-3", """
                {"case":"c","account":"acc-1","slots":{"email":"mara@example.com"},"reason":"moving"}""").statusCode())
                .isEqualTo(200);
        String first = pageOf("mara@example.com");
        assertThat(send(withoutKey(first).GET()).body()).contains("New address");
        assertThat(submit(first, "address=tom%40example.com")).contains("belongs to an account", "New address");
        assertThat(submit(first, "address=mara%40mill.example")).contains("We have sent a link");
        String second = pageOf("mara@mill.example");
        assertThat(send(to(second).GET()).body()).contains("this address is mine");
        assertThat(sandbox.records().findAccount("mara@mill.example")).isEmpty();
        assertThat(submit(second, "")).contains("has changed");
        assertThat(sandbox.records().findAccount("mara@mill.example")).isPresent();
        assertThat(submit(second, "")).contains("was used");
    }

    @Test
    void aCodesMailNamesTheCustomersOwnPages() {
        CaseId id = web.desk().ticket("Please cancel order HL-2.");
        String link = web.desk().load(id).ticket().link();
        var known = Optional.of(new PublicAddress("https://support.example.com"));
        assertThat(new CasePages(web.desk().cases(), known, false).apply(id))
                .containsExactly("You can answer with it here: https://support.example.com/t/" + link + " .");
        assertThat(new CasePages(web.desk().cases(), Optional.empty(), true).apply(id))
                .hasSize(2)
                .last()
                .asString()
                .contains(" /proof/" + link + " ");
    }

    @Test
    void failsOnDemand() throws Exception {
        assertThat(post("/sandbox/faults", "-", "{\"binding\":\"*\",\"kind\":\"fail-before\",\"times\":1}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/sandbox/refunds", "key-1", REFUND).statusCode()).isEqualTo(503);
        assertThat(post("/sandbox/refunds", "key-1", REFUND).statusCode()).isEqualTo(200);
        assertThat(post("/sandbox/faults", "-", "{\"binding\":\"*\",\"kind\":\"explode\"}")
                        .body())
                .contains("fail-after");
    }

    @Test
    void saysWhatIsWrongWithABody() throws Exception {
        assertThat(post("/sandbox/refunds", "key-1", "{").statusCode()).isEqualTo(400);
        assertThat(post("/sandbox/refunds", "key-1", REFUND.replace("4000", "40.00"))
                        .body())
                .contains("minor units");
        assertThat(post("/sandbox/refunds", "key-1", REFUND.replace("4000", "-4000"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theCharacterThatCannotBeKeptIsAProblemAndNoError() throws Exception {
        for (String path : List.of("/sandbox/orders?account=acc%001", "/sandbox/orders?email=a%00b")) {
            HttpResponse<String> answer = send(to(path).GET());
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("U+0000", path.contains("account") ? "account=" : "email=");
        }
        for (String field : List.of("\"c\"", "\"acc-1\"", "\"HL-1\"", "\"damaged\"", "\"order\"", "\"USD\"")) {
            String body = REFUND.replace(field, field.substring(0, field.length() - 1) + "\\u0000\"");
            HttpResponse<String> answer = post("/sandbox/refunds", "key-1", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).as(body).contains("U+0000; leave it out");
        }
        assertThat(post("/sandbox/undo", "key-1", "{\"undone\":\"a\\u0000\",\"case\":\"c\"}")
                        .body())
                .contains("undone", "U+0000");
        assertThat(post("/sandbox/faults", "-", "{\"binding\":\"*\\u0000\",\"kind\":\"fail-before\"}")
                        .body())
                .contains("binding", "U+0000");
        assertThat(send(to("/sandbox/mail?address=mara%00@example.com").GET()).statusCode())
                .isEqualTo(200);
        assertThat(raw("/sandbox/orders/HL%001")).startsWith("HTTP/1.1 400");
        assertThat(post("/sandbox/changes/email-change", "key-2", """
                {"case":"c","account":"acc-1","slots":{"email":"mara@example.com"},"reason":"moving"}""").statusCode())
                .isEqualTo(200);
        assertThat(submit(pageOf("mara@example.com"), "address=mara%00%40mill.example"))
                .contains("not an address", "New address");
    }

    @Test
    void nobodyComesThroughAProxyOrFromAnotherSitesPage() throws Exception {
        assertThat(send(to("/sandbox/orders/HL-1")
                                .header("X-Forwarded-For", "203.0.113.9")
                                .GET())
                        .statusCode())
                .isEqualTo(404);
        for (String header : List.of("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via", "X-Forwarded-Host")) {
            for (String client : List.of("127.0.0.1", "::1", "localhost", "127.0.0.1, 10.0.0.7", "")) {
                assertThat(send(to("/sandbox/orders/HL-1").header(header, client))
                                .statusCode())
                        .as("%s: %s", header, client)
                        .isEqualTo(404);
            }
        }
        assertThat(send(to("/sandbox/refunds")
                                .header("Content-Type", "text/plain")
                                .header("Idempotency-Key", "key-1")
                                .POST(BodyPublishers.ofString(REFUND)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(asHost("evil.example")).startsWith("HTTP/1.1 404");
        assertThat(asHost("localhost")).startsWith("HTTP/1.1 200");
    }

    /** A proxy that sends this machine's name on and says nothing of itself cannot be told from somebody here. */
    @Test
    void nothingOpensWithoutTheKeyOfThisInstallation() throws Exception {
        String key = Files.readString(web.var().resolve("sandbox-key.txt")).strip();
        assertThat(key).matches("[0-9a-f]{32}");
        assertThat(Files.getPosixFilePermissions(web.var().resolve("sandbox-key.txt")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(to("/").build().headers().firstValue("Authorization"))
                .contains("Basic " + Base64.getEncoder().encodeToString(("sandbox:" + key).getBytes(UTF_8)));
        for (String path : List.of(
                "/sandbox/mail?address=mara@example.com",
                "/sandbox/orders/HL-1",
                "/sandbox/effects/key-1",
                "/sandbox/address/mail",
                "/sandbox",
                "/sandbox/")) {
            assertThat(send(withoutKey(path).GET())).as(path).satisfies(answer -> {
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
                assertThat(answer.body()).contains("sandbox-key.txt").doesNotContain(key, "HL-1", "Mailbox");
            });
        }
        String others = new SandboxKey("0".repeat(32)).authorization();
        assertThat(send(withoutKey("/sandbox/mail").header("Authorization", others))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(withoutKey("/sandbox/refunds")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "key-1")
                                .POST(BodyPublishers.ofString(REFUND)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(sandbox.records().of("refund", "acc-1")).isEmpty();
        for (String around :
                List.of("/sandbox/address/../mail", "/sandbox/address/" + "0".repeat(32) + "/../../mail")) {
            assertThat(raw(around)).as(around).startsWith("HTTP/1.1 40").doesNotContain("Mailbox");
        }
    }

    private String raw(String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), web.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As a browser asks that was told another name for this machine. */
    private String asHost(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), web.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET /sandbox/orders/HL-1 HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: "
                                    + web.bean(SandboxKey.class).authorization() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theMailboxShowsTheCodeToWhoeverOpensIt() throws Exception {
        var clock = web.desk().clock();
        var permits = new Permits(clock);
        var mail = new CodeMail(
                permits.caseId(),
                "ch-1",
                "acc-1",
                "mara@example.com",
                clock.instant().plus(Duration.ofMinutes(10)));
        sandbox.codes().post(permits.of(mail), mail, "427198");
        assertThat(send(to("/sandbox/mail?address=mara@example.com").GET()).body())
                .contains("427198");
        assertThat(send(to("/sandbox/mail").GET()).body()).contains("Mailbox").doesNotContain("427198");
    }

    @Test
    void aDeskWithoutASandboxHasNothingThere() throws Exception {
        try (WebDesk without = WebDesk.open(Map.of("sallyport.sandbox.enabled", false))) {
            assertThat(without.beans(Sandbox.class)).isEmpty();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(without.url("/sandbox/orders/HL-1")))
                    .GET();
            assertThat(send(request).statusCode()).isEqualTo(404);
        }
    }
}
