package io.sallyport.testkit;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Ticket;
import io.sallyport.connector.IssueTracker;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.connector.builtin.BuiltInTools;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.delivery.ErrandDoors;
import io.sallyport.delivery.LookUpAgent;
import io.sallyport.delivery.UndoAgent;
import io.sallyport.escalation.tracking.FollowUp;
import io.sallyport.escalation.tracking.PostgresTrackedIssues;
import io.sallyport.flow.Agents;
import io.sallyport.flow.Desk;
import io.sallyport.gate.ErrandGate;
import io.sallyport.gate.Gate;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Gates;
import io.sallyport.platform.Places;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The whole desk on a real database with a clock that is moved by hand. It wakes cases itself, one at a time, so a test
 * knows when everything that is due has been done; {@link #crashingEverywhere} makes it die and start again at every step.
 */
public final class DeskKit implements AutoCloseable {

    public static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T09:00:00Z");
    public static final String CUSTOMER = "mara@example.com";

    private final TestDatabase database = TestDatabase.fresh();
    private final SettableClock clock;
    private final Agents agents;
    private final List<? extends Gate<Reply>> gates;
    private final RecordingChannel channel = new RecordingChannel();
    private final @Nullable ActionKit actions;
    private final @Nullable Crashes crashes;
    private final boolean hasColleagues;
    private Desk desk;
    private int restarts;
    private int messages;

    private DeskKit(
            SettableClock clock,
            Function<TestDatabase, Agents> agents,
            List<? extends Gate<Reply>> gates,
            @Nullable ActionKit actions,
            @Nullable Crashes crashes,
            boolean hasColleagues) {
        this.clock = clock;
        this.actions = actions;
        this.agents = agents.apply(database);
        this.gates = gates;
        this.crashes = crashes;
        this.hasColleagues = hasColleagues;
        this.desk = freshDesk();
    }

    public static DeskKit of(Agents agents, List<? extends Gate<Reply>> gates) {
        return on(new SettableClock(MONDAY_MORNING), agents, gates, false);
    }

    /** With a clock that agents and gates go by, too. */
    public static DeskKit on(SettableClock clock, Agents agents, List<? extends Gate<Reply>> gates, boolean crashing) {
        return new DeskKit(clock, _ -> agents, gates, null, crashing ? new Crashes() : null, false);
    }

    /** With an action lane. */
    public static DeskKit acting(
            SettableClock clock,
            Agents agents,
            List<? extends Gate<Reply>> gates,
            ActionKit actions,
            boolean crashing) {
        return new DeskKit(clock, _ -> agents, gates, actions, crashing ? new Crashes() : null, false);
    }

    /** With the built-in tracker, chat and page log, and the gate that reads errands as in service. */
    public static DeskKit withColleagues(
            SettableClock clock,
            Function<TestDatabase, Agents> agents,
            List<? extends Gate<Reply>> gates,
            boolean crashing) {
        return new DeskKit(clock, agents, gates, null, crashing ? new Crashes() : null, true);
    }

    /** The same desk, killed and started again at the beginning of every step and around every posting. */
    public static DeskKit crashingEverywhere(Agents agents, List<? extends Gate<Reply>> gates) {
        return on(new SettableClock(MONDAY_MORNING), agents, gates, true);
    }

    private Desk freshDesk() {
        List<Gate<Reply>> installed = gates.stream()
                .<Gate<Reply>>map(gate -> crashes == null ? gate : crashes.around(gate))
                .toList();
        ReplyChannel door = crashes == null ? channel : crashes.around(channel);
        return new Desk(
                database.dataSource(),
                crashes == null ? agents : crashes.around(agents),
                actions == null ? gates(installed) : actions.gates(installed, crashes),
                List.of(door),
                actions == null ? ActionDoors.NONE : actions.doors(crashes),
                hasColleagues ? colleagues() : ErrandDoors.NONE,
                new Places(Integer.MAX_VALUE),
                clock);
    }

    private Gates gates(List<Gate<Reply>> installed) {
        Gates willing = Permits.willing();
        return hasColleagues
                ? new Gates(installed, List.of(), List.of(), List.of(), willing.packets(), List.of(new ErrandGate()))
                : Gates.ofReplies(installed);
    }

    private ErrandDoors colleagues() {
        var tools = tools();
        var doors =
                new ErrandDoors(Optional.of(tools.pageLog()), Optional.of(tools.tracker()), Optional.of(tools.chat()));
        return crashes == null ? doors : crashes.around(doors);
    }

    /** Of the people inside; a slow one holds the line for a moment. */
    public BuiltInTools tools() {
        return BuiltInTools.of(database.dataSource(), Duration.ofMillis(10), clock);
    }

    public FollowUp news() {
        IssueTracker tracker = colleagues().tracker().orElseThrow();
        return new FollowUp(tracker, new PostgresTrackedIssues(database.jdbc()), cases());
    }

    /** Asks the tracker what is new, as the recurring task does; starts again after a crash. */
    public void followUp() {
        try {
            news().poll();
        } catch (Crash crash) {
            restart();
            followUp();
        }
    }

    public DeskKit mode(LaneMode mode) {
        return mode(Lane.ANSWER, mode);
    }

    public DeskKit mode(Lane lane, LaneMode mode) {
        desk.lanes().set(lane, mode, "tester");
        return this;
    }

    /** A new ticket from {@link #CUSTOMER}. */
    public CaseId ticket(String text) {
        return ticketFrom(CUSTOMER, "A question", text);
    }

    /** @param customer their address */
    public CaseId ticketFrom(String customer, String subject, String text) {
        var ticket = new Ticket("test", "t-" + ++messages, Channel.WEB, customer, subject, "link-" + messages);
        var opening = new Fact.TicketOpened(ticket, message(customer, subject, text));
        return cases().open(Actor.customer(customer), opening).record().id();
    }

    /** The customer writes again on that case. */
    public void write(CaseId id, String text) {
        cases().append(
                        load(id),
                        List.of(new Entry(
                                Actor.customer(CUSTOMER),
                                new Fact.MessageReceived(message(CUSTOMER, "A question", text)))));
    }

    private Message message(String customer, String subject, String text) {
        return new Message(
                "m-" + ++messages,
                Message.Author.CUSTOMER,
                customer,
                clock.instant(),
                subject,
                text,
                "",
                List.of(),
                Map.of());
    }

    /** A person decides something on that case. */
    public void decide(CaseId id, Fact decision) {
        cases().append(load(id), List.of(new Entry(Actor.person("Ines"), decision)));
    }

    public void approve(CaseId id) {
        decide(
                id,
                new Fact.ReplyApproved(
                        load(id).answer().findDraft().orElseThrow().contentHash()));
    }

    /** Runs everything that is due now, starting again after every crash. */
    public void runUntilQuiet() {
        for (int wakes = 0; wakes < 10_000; wakes++) {
            Optional<String> due = nextDue();
            if (due.isEmpty()) {
                return;
            }
            wake(due.get());
        }
        throw new AssertionError("the desk does not come to rest");
    }

    private void wake(String instance) {
        try {
            desk.task().execute(new TaskInstance<>(desk.task().getName(), instance), null);
            database.jdbc()
                    .sql("DELETE FROM scheduled_tasks WHERE task_instance = ?")
                    .param(instance)
                    .update();
        } catch (Crash crash) {
            restart();
        }
    }

    private Optional<String> nextDue() {
        return database.jdbc()
                .sql("""
                        SELECT task_instance FROM scheduled_tasks WHERE execution_time <= ?
                        ORDER BY priority DESC, execution_time LIMIT 1
                        """)
                .param(Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** As after a kill: nothing survives but the database and the world outside. */
    public void restart() {
        restarts++;
        desk = freshDesk();
    }

    public int restarts() {
        return restarts;
    }

    public void tick(Duration duration) {
        clock.tick(duration);
    }

    public SettableClock clock() {
        return clock;
    }

    public CaseRecord load(CaseId id) {
        return cases().load(id);
    }

    public CaseStore cases() {
        return desk.cases();
    }

    public Desk desk() {
        return desk;
    }

    /** For a desk with an action lane. */
    public UndoAgent undoing() {
        ActionKit world = Objects.requireNonNull(actions, "this desk has no action lane");
        var gatekeeper = new Gatekeeper(world.gates(List.of(), null), clock);
        return new UndoAgent(cases(), gatekeeper, desk.lanes(), world.doors(crashes), clock);
    }

    /** For a desk with an action lane. */
    public LookUpAgent lookingUp() {
        ActionKit world = Objects.requireNonNull(actions, "this desk has no action lane");
        return new LookUpAgent(cases(), desk.lanes(), world.doors(crashes), clock);
    }

    public RecordingChannel channel() {
        return channel;
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
