package io.sallyport.testkit;

import io.sallyport.action.Catalogue;
import io.sallyport.api.ApiKeys;
import io.sallyport.casefile.CaseStore;
import io.sallyport.console.ConsoleAccess;
import io.sallyport.escalation.ClusterDecisions;
import io.sallyport.escalation.Clusters;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.HumanQueues;
import io.sallyport.escalation.KnownPeople;
import io.sallyport.escalation.LookingUp;
import io.sallyport.escalation.PostgresKnownPeople;
import io.sallyport.escalation.QueueMembers;
import io.sallyport.escalation.Undoing;
import io.sallyport.escalation.tracking.FollowUp;
import io.sallyport.gate.LaneModes;
import io.sallyport.gate.authorization.DeskRoles;
import io.sallyport.insight.Patterns;
import io.sallyport.insight.QaFindings;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.Embedder;
import io.sallyport.platform.VarDirectory;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The pages and routes on a real port over a {@link DeskKit}: real database, real intake, agents and gates that do as a
 * test says. Cases move when the test lets them.
 */
public final class WebDesk implements AutoCloseable {

    private final List<ScriptedGate> gates;
    private final DeskKit desk;
    private final Path var = temporary();
    private final ConfigurableApplicationContext context;

    private WebDesk(
            DeskKit desk,
            List<ScriptedGate> gates,
            Map<String, Object> settings,
            Consumer<GenericApplicationContext> beans) {
        this.desk = desk;
        this.gates = List.copyOf(gates);
        Map<String, Object> all = new HashMap<>(Map.of("server.port", 0, "db-scheduler.enabled", false));
        all.put("sallyport.var", var.toString());
        all.putAll(settings);
        context = new SpringApplicationBuilder(Rooms.class)
                // Above application.yaml, which names the port that the shipped desk serves on.
                .initializers(started ->
                        started.getEnvironment().getPropertySources().addFirst(new MapPropertySource("web desk", all)))
                .initializers(started -> addBeans((GenericApplicationContext) started))
                .initializers(started -> beans.accept((GenericApplicationContext) started))
                .run();
    }

    public static WebDesk open() {
        return open(Map.of());
    }

    public static WebDesk open(Map<String, Object> settings) {
        return open(settings, _ -> {});
    }

    /** With beans of a test's own beside the desk's. */
    public static WebDesk open(Map<String, Object> settings, Consumer<GenericApplicationContext> beans) {
        List<ScriptedGate> gates = ScriptedGate.required();
        DeskKit desk = DeskKit.of(new ScriptedAgents(), gates);
        return new WebDesk(desk, gates, settings, started -> {
            started.registerBean(
                    Undoing.class,
                    () -> (seen, _, _) -> new Decision.Refused("nothing was carried out", desk.load(seen.caseId())));
            started.registerBean(
                    LookingUp.class,
                    () -> (seen, _, _) -> new Decision.Refused("nothing was called", desk.load(seen.caseId())));
            beans.accept(started);
        });
    }

    /** Over a desk with an action lane, whose actions can be taken back. */
    public static WebDesk over(DeskKit desk) {
        return new WebDesk(desk, List.of(), Map.of(), started -> {
            started.registerBean(Undoing.class, () -> (seen, effect, person) -> {
                var undone = desk.undoing().undo(desk.load(seen.caseId()), effect, person);
                return undone.whyNot()
                        .<Decision>map(why -> new Decision.Refused(why, undone.record()))
                        .orElseGet(() -> new Decision.Taken(undone.record()));
            });
            started.registerBean(LookingUp.class, () -> (seen, effect, person) -> {
                var found = desk.lookingUp().lookUp(desk.load(seen.caseId()), effect, person);
                return found.whyNot()
                        .<Decision>map(why -> new Decision.Refused(why, found.record()))
                        .orElseGet(() -> new Decision.Taken(found.record()));
            });
        });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({
        "io.sallyport.api",
        "io.sallyport.audit",
        "io.sallyport.connector.builtin",
        "io.sallyport.connector.sandbox",
        "io.sallyport.console",
        "io.sallyport.intake",
        "io.sallyport.platform.web",
        "io.sallyport.portal"
    })
    static class Rooms {}

    private void addBeans(GenericApplicationContext started) {
        started.registerBean(DataSource.class, () -> desk.database().dataSource());
        started.registerBean(InstantSource.class, desk::clock);
        started.registerBean(CaseStore.class, desk::cases);
        started.registerBean(FollowUp.class, () -> desk.news());
        started.registerBean(LaneModes.class, () -> desk.desk().lanes());
        started.registerBean(KnowledgeBase.class, () -> KnowledgeBase.inMemory(new SameForAll(), desk.clock()));
        started.registerBean(
                Patterns.class, () -> new Patterns(desk.cases(), desk.database().jdbc()));
        var clusters = new Clusters(desk.cases(), desk.database().jdbc());
        started.registerBean(Clusters.class, () -> clusters);
        started.registerBean(ClusterDecisions.class, () -> new ClusterDecisions(clusters, new Decisions(desk.cases())));
        started.registerBean(
                HumanQueues.class,
                () -> new HumanQueues(
                        desk.database().jdbc(),
                        new DueTimes(new BusinessCalendar(ZoneOffset.UTC)),
                        (_, _) -> List.of(),
                        desk.clock()));
        started.registerBean(
                KnownPeople.class, () -> new PostgresKnownPeople(desk.database().jdbc(), desk.clock()));
        started.registerBean(
                QueueMembers.class, () -> new QueueMembers(desk.database().dataSource()));
        started.registerBean(
                QaFindings.class, () -> new QaFindings(desk.database().jdbc()));
        started.registerBean(
                DeskRoles.class, () -> new DeskRoles(desk.database().dataSource(), desk.clock()));
        started.registerBean(Catalogue.class, Catalogue::shipped);
        started.registerBean(VarDirectory.class, () -> new VarDirectory(var));
    }

    /** Meaning plays no part where articles are only listed and reviewed. */
    private static final class SameForAll implements Embedder {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public float[] embed(String text) {
            return new float[] {1};
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public int port() {
        WebServer server = ((WebServerApplicationContext) context).getWebServer();
        return Objects.requireNonNull(server, "no web server is running").getPort();
    }

    public DeskKit desk() {
        return desk;
    }

    public KnowledgeBase knowledge() {
        return context.getBean(KnowledgeBase.class);
    }

    public ScriptedGate gate(String name) {
        return gates.stream()
                .filter(gate -> gate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public String apiKey(String name) {
        return context.getBean(ApiKeys.class).create(name);
    }

    public String operatorPassword() {
        return context.getBean(ConsoleAccess.class).resetPassword();
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Path var() {
        return var;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("sallyport-web");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        context.close();
        desk.close();
    }
}
