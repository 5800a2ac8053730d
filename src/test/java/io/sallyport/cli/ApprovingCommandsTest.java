package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.HeldRefunds;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who counts when plans are approved from the command line, and how somebody comes to count. */
@Tag("database")
class ApprovingCommandsTest {

    @TempDir
    private Path var = Path.of("");

    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aNameThatTheDeskDoesNotKnowSaysNoYes() {
        CaseId id = HeldRefunds.in(desk).id();

        var refused = approve(id, "Nobody");

        assertThat(refused.status()).isOne();
        assertThat(refused.err())
                .contains("nobody of this desk is called 'Nobody'", "policy role", "console-password")
                .contains("does not count");
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
    }

    @Test
    void nobodyElseTakesAnActionBackEither() {
        CaseId id = HeldRefunds.in(desk).id();

        var refused = run("case", "undo", id.value(), "fx-1", "--as", "Nobody");

        assertThat(refused.status()).isOne();
        assertThat(refused.err()).contains("nobody of this desk is called 'Nobody'");
    }

    @Test
    void norHasItLookedUp() {
        CaseId id = HeldRefunds.in(desk).id();

        var refused = run("case", "look-up", id.value(), "fx-1", "--as", "Nobody");

        assertThat(refused.status()).isOne();
        assertThat(refused.err()).contains("nobody of this desk is called 'Nobody'");
    }

    @Test
    void onlyAnAccountChangeOfTheCaseIsLookedUp() {
        CaseId id = HeldRefunds.in(desk).id();
        assertThat(run("policy", "role", "Olu", "lead", "--as", "operator").status())
                .isZero();

        var refused = run("case", "look-up", id.value(), "fx-1", "--as", "Olu");

        assertThat(refused.status()).isOne();
        assertThat(refused.err()).contains("There is no account change fx-1 on " + id.value());
    }

    @Test
    void whoeverHasAConsoleAccountOrARoleCounts() {
        CaseId id = HeldRefunds.in(desk).id();
        var made = run("console-password", "Ines");
        assertThat(made.out())
                .containsPattern("login ines, password [a-z2-9-]{23}")
                .contains("agent");
        assertThat(approve(id, "Ines").status()).isZero();
        desk.decide(id, new Fact.ActionHeld("a second person has to say yes"));

        var same = approve(id, "INES");
        assertThat(same.err()).contains("You have said yes to this plan already");
        assertThat(approve(id, "Olu").status()).isOne();
        assertThat(run("policy", "role", "Olu", "lead", "--as", "operator").out())
                .contains("olu lead");
        assertThat(approve(id, "Olu").status()).isZero();
        assertThat(desk.load(id).action().approvals())
                .extracting(Approval::by, Approval::role)
                .containsExactly(tuple("Ines", "agent"), tuple("Olu", "lead"));
    }

    @Test
    void rolesAreListedWithWhoGaveThem() {
        assertThat(run("policy", "role", "Ines", "lead", "--as", "operator").status())
                .isZero();
        assertThat(run("policy", "role", "ines", "agent", "--as", "Olu").status())
                .isZero();
        assertThat(run("console-password", "tomek").status()).isZero();

        assertThat(run("policy", "role").out())
                .contains("ines agent", "operator lead", "tomek agent")
                .contains("operator made ines a lead", "Olu made ines an agent");
        assertThat(run("policy", "role", "Ines").out()).startsWith("ines agent").doesNotContain("tomek");
    }

    @Test
    void anAccountIsRemovedByNameButNeverTheLast() {
        assertThat(run("console-password", "Ines").status()).isZero();
        assertThat(run("console-password", "tomek").status()).isZero();
        assertThat(run("policy", "role", "ines", "lead", "--as", "tomek").status())
                .isZero();

        assertThat(run("console-password", "--remove").err()).contains("say whose account");
        assertThat(run("console-password", "INES", "--remove").out())
                .contains("ines can no longer sign in", "the role lead", "policy role ines agent");
        var last = run("console-password", "tomek", "--remove");
        assertThat(last.status()).isOne();
        assertThat(last.err()).contains("'tomek' is the last account");
        assertThat(run("policy", "role").out()).contains("tomek agent");
    }

    private CommandRuns.Ran approve(CaseId id, String person) {
        String hash = desk.load(id).action().findPlan().map(ActionPlan::hash).orElseThrow();
        return run("case", "approve-plan", id.value(), "--plan", hash, "--as", person);
    }

    private CommandRuns.Ran run(String... arguments) {
        return new CommandRuns(var, desk.database()).run(arguments);
    }
}
