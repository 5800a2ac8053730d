package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decide from the command line, and what it says when it will not. */
@Tag("database")
class PeopleCommandsTest {

    @TempDir
    private Path var = Path.of("");

    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aCaseGoesFromHandToHandByItsOwner() {
        CaseId id = held();
        assertThat(run("case", "claim", id.value(), "--as", "Ines").status()).isZero();
        var refused = run("case", "assign", id.value(), "Tomek", "--as", "Jo");
        assertThat(refused.status()).isOne();
        assertThat(refused.err()).contains("Ines has claimed this case");
        assertThat(run("case", "note", id.value(), "@Tomek knows kettles", "--as", "Jo")
                        .status())
                .isZero();
        assertThat(run("case", "assign", id.value(), "Tomek", "--why", "knows kettles", "--as", "Ines")
                        .status())
                .isZero();
        assertThat(desk.load(id).standing())
                .isInstanceOfSatisfying(
                        Standing.WithPeople.class,
                        people -> assertThat(people.owner()).contains("Tomek"));
        assertThat(run("queue", "--mine", "Tomek").out()).contains(id.value());
    }

    @Test
    void whoeverIsGivenACaseUnderANameThatNobodyGoesByIsDoubted() {
        CaseId id = held();
        var doubted = run("case", "assign", id.value(), "Tomk", "--as", "Ines");
        assertThat(doubted.status()).isZero();
        assertThat(doubted.err()).contains("Nobody called Tomk serves a queue", "look whether the name is right");
        assertThat(run("queue", "members", "Tomek", "billing").status()).isZero();
        assertThat(run("case", "release", id.value(), "--as", "Jo").status()).isZero();
        for (String known : List.of("tomek", "Jo")) {
            assertThat(run("case", "assign", id.value(), known, "--as", "Ines").err())
                    .isEmpty();
            assertThat(run("case", "release", id.value(), "--as", "Ines").status())
                    .isZero();
        }
    }

    @Test
    void whoeverLeavesHasNoCaseAndServesNoQueueAnyMore() {
        CaseId theirs = held();
        CaseId others = held();
        assertThat(run("case", "claim", theirs.value(), "--as", "Ines").status())
                .isZero();
        assertThat(run("case", "claim", others.value(), "--as", "Omar").status())
                .isZero();
        assertThat(run("queue", "members", "Ines", "billing").status()).isZero();
        assertThat(run("queue", "leave", "ines").status()).as("without --as").isNotZero();
        var left = run("queue", "leave", "ines", "--as", "Jo");
        assertThat(left.status()).isZero();
        assertThat(left.out()).contains(theirs + "  free again", "ines serves no queue of their own and has no case.");
        assertThat(desk.load(theirs).isTakenOver()).isFalse();
        assertThat(desk.load(theirs).handOver().notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("Ines has left; the case is free again"));
        assertThat(desk.load(others).isTakenOver()).isTrue();
        assertThat(run("queue", "members").out()).doesNotContain("Ines");
    }

    @Test
    void aCaseIsCorrected() {
        CaseId id = held();
        assertThat(run("case", "claim", id.value(), "--as", "Ines").status()).isZero();
        var unknown = run("case", "correct", id.value(), "why", "--queue", "kitchen", "--as", "Ines");
        assertThat(unknown.status()).isOne();
        assertThat(unknown.err()).contains("there is no queue 'kitchen'; there are");
        assertThat(run(
                                "case",
                                "correct",
                                id.value(),
                                "an invoice",
                                "--category",
                                "billing",
                                "--queue",
                                "billing",
                                "--as",
                                "Ines")
                        .status())
                .isZero();
        assertThat(desk.load(id).triage().category()).isEqualTo(Category.BILLING);
        assertThat(run("queue", "billing").out()).contains(id.value());
    }

    /** The desk's clock stood at the second of March; the commands go by the machine's. */
    @Test
    void listsSayThatADraftIsOverdue() {
        CaseId id = held();
        assertThat(run("case", "list", "--waiting").out()).contains(id.value(), "to decide, overdue");
        assertThat(run("queue").out()).contains("to decide: 1, 1 overdue; ./sallyport case list --waiting");
        assertThat(run("queue", "--json").out()).contains("undecided");
        desk.tick(Duration.ofHours(1));
        desk.runUntilQuiet();
        assertThat(run("case", "show", id.value()).out()).contains("waits for a decision, overdue, reminders: 1");
    }

    @Test
    void aPersonAnswersInTheirOwnWords() throws IOException {
        CaseId id = held();
        Path words = Files.writeString(var.resolve("words.txt"), "We open at nine. I will keep one for you.");
        assertThat(run("case", "reply", id.value(), words.toString(), "--as", "Ines")
                        .status())
                .isZero();
        assertThat(desk.load(id).answer().findDraft()).hasValueSatisfying(draft -> {
            assertThat(draft.reply().text()).isEqualTo("We open at nine. I will keep one for you.");
            assertThat(draft.editedBy()).contains("Ines");
        });
    }

    @Test
    void twoCasesGoOnAsOneAndACaseIsGivenBack() {
        CaseId one = held();
        var itself = run("case", "merge", one.value(), one.value(), "twice", "--as", "Ines");
        assertThat(itself.status()).isOne();
        assertThat(itself.err()).contains("cannot go on with itself");
        CaseId other = held();
        assertThat(run("case", "give-back", other.value(), "nothing to do for me", "--as", "Ines")
                        .err())
                .contains("People do not have this case.");
        assertThat(run("case", "merge", one.value(), other.value(), "twice", "--as", "Ines")
                        .status())
                .isZero();
        assertThat(desk.load(one).handOver().mergedInto()).contains(other);
        assertThat(desk.load(other).standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(run("case", "claim", other.value(), "--as", "Ines").status()).isZero();
        assertThat(run("case", "give-back", other.value(), "nothing to do for me", "--as", "Ines")
                        .status())
                .isZero();
        assertThat(desk.load(other).standing()).isInstanceOf(Standing.AtWork.class);
    }

    @Test
    void whoServesWhichQueueIsSaid() {
        assertThat(run("queue", "members", "ines", "billing").status()).isZero();
        assertThat(run("queue", "members").out()).contains("ines", "billing");
        var unknown = run("queue", "members", "ines", "kitchen");
        assertThat(unknown.status()).isNotZero();
        assertThat(unknown.err()).contains("kitchen");
    }

    private CaseId held() {
        CaseId id = desk.ticket("When do you open?");
        desk.runUntilQuiet();
        return id;
    }

    private CommandRuns.Ran run(String... arguments) {
        return new CommandRuns(var, desk.database()).run(arguments);
    }
}
