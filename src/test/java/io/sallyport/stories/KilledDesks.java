package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Ticket;
import io.sallyport.connector.sandbox.Sandbox;
import io.sallyport.connector.sandbox.SandboxKey;
import io.sallyport.stories.DeskToKill.Person;
import io.sallyport.stories.MortalPort.Point;
import io.sallyport.testkit.TestDatabase;
import io.sallyport.testkit.WebDesk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Desks in processes of their own, to be killed, and customers who each want the money for one order back. */
final class KilledDesks implements AutoCloseable {

    /** As many as a desk lets through its doors at once. */
    static final int AT_ONCE = 6;

    static final long PRICE = 100;

    private static final Duration LONGEST_LIFE = Duration.ofSeconds(60);
    private static final Duration TO_REST = Duration.ofMinutes(10);

    private final WebDesk web = WebDesk.open(Map.of("sallyport.sandbox.patience", "3s"));
    private final TestDatabase database = web.desk().database();
    private final Path folder;
    final Sandbox sandbox = web.bean(Sandbox.class);
    final CaseStore cases = web.desk().cases();
    final long seed = System.nanoTime();
    final List<CaseId> opened = new ArrayList<>();

    KilledDesks(Path folder) {
        this.folder = folder;
        web.desk().clock().set(Instant.now());
        web.desk().mode(Lane.ACTION, LaneMode.AUTO);
        web.desk().mode(Lane.ANSWER, LaneMode.AUTO);
        database.jdbc()
                .sql("CREATE TABLE killed (effect_id text PRIMARY KEY, point text)")
                .update();
    }

    @Override
    public void close() {
        web.close();
    }

    /** @return how many cases stood at the point when the desk was killed */
    int live(Point point, Person person) throws Exception {
        boolean isDuring = point.isDuring();
        Set<String> standing = ConcurrentHashMap.newKeySet();
        try (Connection _ = isDuring ? holdOrders() : connect()) {
            Process desk = start(point, person);
            Thread.ofVirtual().start(() -> listen(desk.inputReader(StandardCharsets.UTF_8), standing));
            await(LONGEST_LIFE, "cases stand at " + point, () -> standing.size() >= AT_ONCE - 1);
            if (isDuring) {
                await(Duration.ofSeconds(2), "the sandbox is at it", () -> changesUnderWay() >= standing.size());
            }
            // kill -9
            desk.destroyForcibly().waitFor();
        }
        for (String effect : standing) {
            database.jdbc()
                    .sql("INSERT INTO killed (effect_id, point) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(effect, point.name())
                    .update();
        }
        return standing.size();
    }

    private static void listen(BufferedReader said, Set<String> standing) {
        try {
            said.lines()
                    .filter(line -> line.startsWith(MortalPort.AT))
                    .forEach(line -> standing.add(line.substring(MortalPort.AT.length())));
        } catch (UncheckedIOException _) {
            // It was killed while it spoke.
        }
    }

    /** Somebody else has these orders in hand: a refund comes to a stand in the middle of the sandbox's transaction. */
    private Connection holdOrders() throws SQLException {
        Connection other = connect();
        other.setAutoCommit(false);
        try (var hold = other.prepareStatement("""
                SELECT 1 FROM sandbox_record WHERE kind = 'order' AND account NOT IN (
                    SELECT customer FROM action_reservation r JOIN killed k ON k.effect_id = r.effect_id) FOR UPDATE
                """)) {
            hold.execute();
        }
        return other;
    }

    private long changesUnderWay() {
        return database.jdbc().sql("""
                        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
                            AND wait_event_type = 'Lock' AND query LIKE '%sandbox_record%FOR UPDATE%'
                        """).query(Long.class).single();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private Process start(Point point, Person person) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeskToKill.class.getName(),
                        point.name(),
                        database.url(),
                        database.user(),
                        database.password(),
                        point == Point.DURING_THE_CALL_ALONE ? web.url("/") : "",
                        web.bean(SandboxKey.class).secret(),
                        person.name())
                .redirectError(folder.resolve("log").toFile())
                .start();
    }

    /** A desk that nobody kills, until nothing is due any more and this is so, too. */
    void rest(Person person, BooleanSupplier isSo) throws Exception {
        Process last = start(Point.NOWHERE, person);
        try {
            await(TO_REST, "all cases rest", () -> isSo.getAsBoolean() && wakeUpsDue() == 0);
        } finally {
            last.destroyForcibly().waitFor();
        }
    }

    /** Each from a customer of their own, who wants the money for one order back. */
    void open(int many) throws IOException {
        var accounts = new ArrayList<String>();
        var orders = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            int number = 100_000 + opened.size() + i;
            accounts.add(account(number));
            orders.add(order(number));
        }
        sandbox.load(Files.write(folder.resolve("accounts.jsonl"), accounts), 0);
        sandbox.load(Files.write(folder.resolve("orders.jsonl"), orders), 0);
        for (int i = 0; i < many; i++) {
            int number = 100_000 + opened.size();
            opened.add(cases.open(Actor.customer(address(number)), opening(number))
                    .record()
                    .id());
        }
    }

    private static String address(int number) {
        return "c" + number + "@example.com";
    }

    private static String account(int number) {
        return """
                {"id":"acc-%1$d","email":"c%1$d@example.com","name":"Mara","tier":"home","status":"active","email_verified":true,\
                "roles":["owner"],"contacts":[],"addresses":[],"country":"GB","zone":"Europe/London","since":"2025-01-01"}\
                """.formatted(number);
    }

    private static String order(int number) {
        Instant placed = Instant.now().minus(Duration.ofDays(5));
        return """
                {"id":"HL-%1$d","email":"c%1$d@example.com","placed":"%2$s","status":"delivered","items":[{"sku":"HUB",\
                "name":"Hub","quantity":1,"price_minor":%3$d,"digital":false}],"shipping_minor":0,"total_minor":%3$d,\
                "currency":"USD","shipped":"%2$s","delivered":"%2$s","address_id":"adr-1"}\
                """.formatted(number, placed, PRICE);
    }

    private static Fact.TicketOpened opening(int number) {
        var ticket = new Ticket("test", "t-" + number, Channel.EMAIL, address(number), "A refund", "link-" + number);
        return new Fact.TicketOpened(
                ticket,
                new Message(
                        "m-" + number,
                        Message.Author.CUSTOMER,
                        address(number),
                        Instant.now(),
                        "A refund",
                        "Please refund order HL-" + number + ".",
                        "",
                        List.of(),
                        Map.of()));
    }

    /** Tries that failed are made again within minutes; who has a case is reminded later. */
    private long wakeUpsDue() {
        return database.jdbc()
                .sql(
                        "SELECT count(*) FROM scheduled_tasks WHERE task_name = 'case' AND execution_time <= now() + interval '10 minutes'")
                .query(Long.class)
                .single();
    }

    long count(String sql, Object... params) {
        return database.jdbc().sql(sql).params(params).query(Long.class).single();
    }

    /** In the sandbox's books, all orders together. */
    long refunded() {
        return count("SELECT coalesce(sum((fields ->> 'refunded_minor')::bigint), 0) FROM sandbox_record"
                + " WHERE kind = 'order'");
    }

    /** From now on they may die once more. */
    void forgetWhoDied() {
        database.jdbc().sql("DELETE FROM killed").update();
    }

    private void await(Duration longest, String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + longest.toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, seed %d", what, seed).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
