package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Priority;
import io.sallyport.connector.builtin.Tool;
import io.sallyport.connector.builtin.ToolFault;
import io.sallyport.escalation.ClusterLinker;
import io.sallyport.testkit.DeskKit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever is on call is called for a cause, not for each of its customers. */
@Tag("database")
class ClusterPageStoriesTest {

    private static final String GRAVE = "The heater made a flood, person please";

    private final DeskKit desk = HeaterDesk.withSomebodyOnCall();
    private final ClusterLinker linker =
            new ClusterLinker(desk.cases(), desk.database().jdbc(), desk.clock());

    @AfterEach
    void close() {
        desk.close();
    }

    private void link() {
        linker.link();
        desk.runUntilQuiet();
    }

    private long pages() {
        return desk.tools().pages(100).size();
    }

    private boolean isP1(CaseId id) {
        return desk.load(id).triage().priority() == Priority.P1;
    }

    @Test
    void casesThatAnotherOneMadeP1CallNobodyOnceSomebodyIsCalled() {
        List<CaseId> cases = HeaterDesk.three(desk);
        link();
        assertThat(pages()).isZero();
        HeaterDesk.from(desk, "eve@example.com", GRAVE);
        assertThat(pages()).isOne();
        link();

        assertThat(cases).allMatch(this::isP1);
        assertThat(pages()).isOne();
        CaseId later = HeaterDesk.from(desk, "fay@example.com", "My heater is cold, person please");
        link();
        assertThat(isP1(later)).isTrue();
        assertThat(pages()).isOne();
    }

    @Test
    void whatIsGraveByItselfCallsWhateverWasCalledBefore() {
        HeaterDesk.three(desk);
        HeaterDesk.from(desk, "eve@example.com", GRAVE);
        link();
        HeaterDesk.from(desk, "fay@example.com", GRAVE);
        link();

        assertThat(pages()).isEqualTo(2);
    }

    @Test
    void whereNobodyCouldBeReachedTheOthersCall() {
        List<CaseId> cases = HeaterDesk.three(desk);
        desk.tools().fail(Tool.PAGES, ToolFault.DOWN, 100);
        HeaterDesk.from(desk, "eve@example.com", GRAVE);
        assertThat(pages()).isZero();
        desk.tools().heal();
        linker.link();
        assertThat(cases).allMatch(this::isP1);
        desk.runUntilQuiet();

        assertThat(pages()).isGreaterThanOrEqualTo(cases.size());
    }
}
