package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.escalation.ClusterLinker;
import io.sallyport.stories.TrackedDesk;
import io.sallyport.testkit.BrokenCase;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What engineering, a team's chat, those on call and whoever answers many customers at once do from the command line. */
@Tag("database")
class ColleaguesCommandsTest {

    @TempDir
    private Path var = Path.of("");

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final DeskKit desk =
            TrackedDesk.open(clock, false).mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO);
    private CaseId first = CaseId.random();

    @BeforeEach
    void report() {
        first = from("ana@example.com");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anIssueIsReadSpokenOfAndFixed() {
        assertThat(run("issue", "list").out()).contains("ISS-1", "open", "1 case", "1 issue");
        assertThat(run("issue", "show", "iss-1").out()).contains("ISS-1  open", "case " + first);
        assertThat(run("issue", "comment", "iss-1", "A null row.", "--by", "Noor")
                        .out())
                .contains("ISS-1: noted");
        assertThat(run("issue", "show", "ISS-1").out()).contains("Noor", "(internal)", "A null row.");
        assertThat(run("issue", "fix", "ISS-1", "Version 2.1 has it.", "--by", "Noor")
                        .out())
                .contains("ISS-1 is fixed; 1 case hears of it");
        assertThat(run("issue", "show", "ISS-1").out()).contains("(for customers)", "Version 2.1 has it.");
        assertThat(run("issue", "list").out()).contains("0 issues");
        assertThat(run("issue", "list", "--all").out()).contains("ISS-1", "fixed");
    }

    @Test
    void anIssueThatIsNotThereIsNamed() {
        var unknown = run("issue", "answer", "ISS-99", "It is done.", "--by", "Noor");
        assertThat(unknown.status()).isNotZero();
        assertThat(unknown.err()).contains("ISS-99");
    }

    @Test
    void theTeamReadsWhoHasACase() {
        assertThat(run("chat").out()).contains(first.value(), "Case " + first);
        assertThat(run("page", "list").out()).isEmpty();
    }

    @Test
    void aToolIsMadeToFailAndHealed() {
        assertThat(run("page", "fault", "tracker", "down", "--times", "2").out())
                .contains("the tracker will be down, 2 times");
        CaseId second = from("bo@example.com");
        assertThat(desk.load(second).handOver().findIssue()).isEmpty();
        assertThat(run("page", "fault").out()).contains("the built-in tools are well");
        assertThat(run("page", "fault", "kettle", "down").err())
                .contains("there is no tool 'kettle'; there are tracker, chat, pages");
        assertThat(run("page", "fault", "chat", "shy").err()).contains("there is no fault 'shy'; there are down");
    }

    @Test
    void customersWithOneCauseAreToldAndClosedTogether() {
        assertThat(run("cluster", "list").out()).contains("No cases of several customers have one cause.");
        from("bo@example.com");
        CaseId third = from("cy@example.com");
        new ClusterLinker(desk.cases(), desk.database().jdbc(), clock).link();
        desk.runUntilQuiet();
        String id = desk.load(third).handOver().cluster().orElseThrow().id();
        assertThat(run("cluster", "list").out()).contains(id, "3 cases of 3 customers, 3 open");
        assertThat(run("cluster", "show", id).out()).contains("ana@example.com", "bo@example.com", "cy@example.com");
        CaseId other = from("di@example.com");
        new ClusterLinker(desk.cases(), desk.database().jdbc(), clock).link();
        desk.runUntilQuiet();
        var unsaid = run("case", "leave-cluster", other.value(), " ", "--as", "Ines");
        assertThat(unsaid.status()).isNotZero();
        assertThat(unsaid.err()).contains("Say why");
        assertThat(run("case", "leave-cluster", other.value(), "a kettle", "--as", "Ines")
                        .status())
                .isZero();
        assertThat(run("cluster", "show", id).out()).doesNotContain("di@example.com");
        var resolved = run("cluster", "resolve", id, "mended in 2.1", "--as", "Ines");
        assertThat(resolved.status()).isZero();
        assertThat(resolved.out()).contains(first + "  done");
        desk.runUntilQuiet();
        assertThat(desk.load(third).standing()).isNotInstanceOf(Standing.WithPeople.class);
        var unknown = run("cluster", "show", "kettles");
        assertThat(unknown.status()).isNotZero();
        assertThat(unknown.err()).contains("no open case is in a cluster 'kettles'");
    }

    @Test
    void ofAClusterTheCaseThatCannotBeReadIsNamed() {
        CaseId second = from("bo@example.com");
        List.of(first, second).forEach(id -> desk.decide(id, new Fact.ClusterJoined("CL1", 3, Priority.P2)));
        desk.runUntilQuiet();
        BrokenCase.make(desk, second);
        assertThat(run("cluster", "show", "CL1").out())
                .contains("ana@example.com", second + "  bo@example.com  cannot be read now  Export");
        var resolved = run("cluster", "resolve", "CL1", "mended in 2.1", "--as", "Ines");
        assertThat(resolved.status()).isNotZero();
        assertThat(resolved.out()).contains(first + "  done", second + "  The case cannot be read now");
    }

    private CaseId from(String customer) {
        CaseId id = desk.ticketFrom(customer, "Export", "The export stops half way, a person please");
        desk.runUntilQuiet();
        return id;
    }

    private CommandRuns.Ran run(String... arguments) {
        return new CommandRuns(var, desk.database()).run(arguments);
    }
}
