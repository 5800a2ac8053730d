package io.sallyport.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Expectation;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.stories.ActingDesk;
import io.sallyport.testkit.BridgingAgents;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.SettableClock;
import java.lang.reflect.RecordComponent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class CaseSchemaTest {

    /** Found anew whenever a case is read; the schema of what is exported has no room for it. */
    private static final Set<String> NEVER_WRITTEN = Set.of(
            "effect.heard",
            "effect.begun",
            "approval.unheard",
            "action-work.held.heard",
            "answer-work.researched.stopped",
            "hand-over.correction.isUnheard");

    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required());

    @AfterEach
    void close() {
        desk.close();
    }

    private String export(CaseId id) {
        return export(desk, id);
    }

    private static String export(DeskKit desk, CaseId id) {
        return CaseSchema.checked(CaseJson.export(desk.load(id), desk.cases().events(id)));
    }

    @Test
    void fitsACaseAtEveryTurnOfItsLife() {
        CaseId held = desk.ticket("When do you open?");
        export(held);
        desk.runUntilQuiet();
        export(held);
        desk.approve(held);
        desk.runUntilQuiet();
        assertThat(export(held)).contains("effect-settled", "accepted", "awaiting-customer");
        desk.write(held, "person please");
        desk.runUntilQuiet();
        assertThat(export(held)).contains("with-people");
        CaseId junk = desk.ticket("auto-reply");
        CaseId unknown = desk.mode(LaneMode.AUTO).ticket("unknown");
        desk.runUntilQuiet();
        assertThat(export(junk)).contains("discarded");
        assertThat(export(unknown)).contains("reply-declined");
    }

    @Test
    void fitsEveryTurnOfTellingTheCustomer() {
        var clock = new SettableClock(DeskKit.MONDAY_MORNING);
        var agents = new BridgingAgents(new ScriptedAgents(), BridgingAgents.writer(clock, ZoneId.of("UTC")));
        try (var told = DeskKit.on(clock, agents, ScriptedGate.required(), false)) {
            told.mode(Lane.ESCALATION, LaneMode.DRAFT);
            CaseId id = told.ticket("person please");
            told.runUntilQuiet();
            assertThat(export(told, id)).contains("wait-estimated", "bridge-composed", "\"held\"");
            told.decide(id, new Fact.BridgeApproved("0".repeat(64)));
            assertThat(export(told, id)).contains("\"approved\"");
            told.runUntilQuiet();
            assertThat(export(told, id)).contains("\"sent\"", "effect-settled");
        }
    }

    @Test
    void fitsACaseThatWaitsForACode() {
        try (var open = new ActingDesk()) {
            open.world().needingProof();
            DeskKit acting = open.desk();
            CaseId id = acting.ticket("Please cancel order HL-100200.");
            acting.runUntilQuiet();
            assertThat(export(acting, id)).contains("challenged");
            acting.write(id, "One moment.");
            acting.runUntilQuiet();
            assertThat(export(acting, id)).contains("code-awaited");
            acting.write(id, "Let me talk to a person please.");
            acting.runUntilQuiet();
            assertThat(export(acting, id)).contains("interrupted");
        }
    }

    @Test
    void fitsEveryKindOfEvent() {
        CaseId id = desk.ticket("When do you open?");
        desk.runUntilQuiet();
        desk.approve(id);
        desk.runUntilQuiet();
        List<CaseEvent> lived = desk.cases().events(id);
        List<CaseEvent> events = new ArrayList<>(lived);
        rare(desk.load(id))
                .forEach(fact -> events.add(new CaseEvent(
                        id,
                        events.size() + 1,
                        lived.getFirst().at(),
                        Actor.person("Ines"),
                        fact,
                        ChainHash.GENESIS,
                        ChainHash.GENESIS)));
        CaseSchema.checked(CaseJson.export(desk.load(id), events));
        Set<Class<?>> seen =
                events.stream().map(event -> event.fact().getClass()).collect(Collectors.toSet());
        Set<Class<?>> known = Set.of(Fact.class.getPermittedSubclasses());
        assertThat(seen).as("add the kind that is absent to this test").isEqualTo(known);
    }

    /** What a quiet life does not hold. */
    private static List<Fact> rare(CaseRecord record) {
        Verdict stop = new Verdict.Stop("tone", "too long", List.of(new Verdict.Flag("A sentence.", "why")));
        var trigger = new Trigger(Trigger.Kind.PERSON_ASKED, "person please");
        var facts = new ArrayList<>(ActionFacts.of(record));
        facts.addAll(HandOverFacts.of(record));
        facts.addAll(List.of(
                new Fact.ReplyWritten(ScriptedAgents.reply(record, ScriptedAgents.QUOTE)),
                new Fact.MessageReceived(record.latestFromCustomer()),
                new Fact.Discarded("auto-reply"),
                new Fact.ReplyDeclined(new Trigger(Trigger.Kind.NO_ANSWER, "no article")),
                new Fact.ReplyEdited(ScriptedAgents.reply(record, ScriptedAgents.QUOTE)),
                new Fact.ReplyRejected("wrong"),
                new Fact.CaseClaimed(),
                new Fact.CaseReleased(),
                new Fact.CaseResolved("by phone"),
                new Fact.EffectFoundAbsent("e1"),
                new Fact.EffectSettled("e1", new Delivery.Refused("no such address")),
                new Fact.EffectSettled("e1", new Delivery.Unknown("time-out")),
                new Fact.ReplyTurnedBack(List.of(stop)),
                new Fact.Escalated("technical", List.of(trigger), "asked", List.of(new Verdict.Flag("A", "b"))),
                new Fact.WaitEstimated(new Expectation(record.openedAt(), "UTC", "P4")),
                new Fact.BridgeComposed(
                        ScriptedAgents.reply(record, ScriptedAgents.QUOTE), "reviewed words", List.of(stop)),
                new Fact.BridgeOmitted("the sender is unknown"),
                new Fact.BridgeHeld(LaneMode.DRAFT),
                new Fact.BridgeApproved("0".repeat(64)),
                new Fact.BridgeTurnedBack(List.of(stop)),
                new Fact.Briefed(new Brief("ollama:small", "0".repeat(64), "It broke.", List.of(), List.of(), "Look.")),
                new Fact.ModelAsked("triage", "triage", "ollama:small", "0".repeat(64), "answered"),
                new Fact.ToolCalled("billing specialist", "refund", "all of it", "refused: no such tool"),
                new Fact.StepFailed("triage", "down", 1, record.openedAt())));
        return facts;
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        CaseId id = desk.ticket("When do you open?");
        String wrong = export(id).replaceFirst("\"version\" : \\d+", "\"version\" : \"one\"");
        assertThatIllegalStateException()
                .isThrownBy(() -> CaseSchema.checked(wrong))
                .withMessageContaining("/record/version");
        String unknown = export(id).replaceFirst("\"version\" :", "\"edition\" : 1, \"version\" :");
        assertThatIllegalStateException().isThrownBy(() -> CaseSchema.checked(unknown));
    }

    @Test
    void namesEveryComponentOfEveryType() throws Exception {
        JsonNode defs = JsonMapper.shared()
                .readTree(CaseSchema.class.getResourceAsStream("/schemas/case-record.schema.json"))
                .path("$defs");
        Set<String> wrong = new TreeSet<>();
        for (Class<?> type : typesFrom(CaseRecord.class, Fact.class)) {
            JsonNode properties = defs.path(name(type)).path("properties");
            Set<String> written = new TreeSet<>(properties.propertyNames());
            written.remove("is");
            Set<String> meant = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .filter(component -> !NEVER_WRITTEN.contains(name(type) + "." + component))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!written.equals(meant)) {
                wrong.add(name(type) + " should have " + meant + ", not " + written);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Every record that these hold, directly or not. */
    private static Set<Class<?>> typesFrom(Class<?>... roots) {
        Set<Class<?>> records = new HashSet<>();
        for (Class<?> root : roots) {
            collect(root, records, new HashSet<>());
        }
        records.remove(CaseId.class);
        return records;
    }

    private static void collect(java.lang.reflect.Type type, Set<Class<?>> records, Set<Object> visited) {
        if (!visited.add(type)) {
            return;
        }
        if (type instanceof java.lang.reflect.ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(one -> collect(one, records, visited));
        } else if (type instanceof Class<?> plain && plain.isSealed()) {
            Arrays.stream(plain.getPermittedSubclasses()).forEach(one -> collect(one, records, visited));
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            records.add(plain);
            Arrays.stream(plain.getRecordComponents())
                    .forEach(component -> collect(component.getGenericType(), records, visited));
        }
    }

    /** As the schema names it: {@code verdict.stop}. */
    private static String name(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        String own = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return around == null ? own : name(around) + "." + own;
    }
}
