package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.StandingReceipts;
import io.sallyport.stories.DeskToKill.Person;
import io.sallyport.stories.MortalPort.Point;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk is killed while it takes back what it has done, around the call as in {@link KilledDeskTest}, and while a worker finds out. */
@Tag("database")
@Tag("slow")
class KilledUndoTest {

    private static final List<Point> POINTS =
            Stream.of(Point.values()).filter(point -> point != Point.NOWHERE).toList();

    private final KilledDesks desks;

    KilledUndoTest(@TempDir Path folder) {
        desks = new KilledDesks(folder);
    }

    @AfterEach
    void close() {
        desks.close();
    }

    @Test
    void howeverOftenItIsKilledEveryRefundIsTakenBackAtMostOnceAndWhateverIsNotGoesToPeople() throws Exception {
        desks.open(POINTS.size() * KilledDesks.AT_ONCE);
        desks.rest(Person.AWAY, () -> desks.refunded() == desks.opened.size() * KilledDesks.PRICE);
        for (Point point : POINTS) {
            killAt(point, Person.UNDOES);
        }
        desks.forgetWhoDied();
        killAt(Point.WHILE_LOOKING_UP, Person.AWAY);
        desks.rest(Person.AWAY, () -> cases().allMatch(record -> record.findOpenEffect().isEmpty()));
        assertUndoneAtMostOnce();
        desks.rest(Person.INSISTS, () -> cases().allMatch(record -> isUndone(record)));
        assertUndoneOnce();
    }

    private void killAt(Point point, Person person) throws Exception {
        System.out.printf("%s, person %s: a kill took %d undoings with it%n", point, person, desks.live(point, person));
    }

    private Stream<CaseRecord> cases() {
        return desks.opened.stream().map(desks.cases::load);
    }

    private static String action(CaseRecord record) {
        return record.receipts().getFirst().effectId();
    }

    private static boolean isUndone(CaseRecord record) {
        return record.findUndo(action(record)).filter(Effect::isAccepted).isPresent();
    }

    private long undoings(CaseRecord record) {
        return desks.count("SELECT count(*) FROM sandbox_effect WHERE undoes = ?", action(record));
    }

    /** Whoever began it was killed: what was not done is known, and somebody has it. */
    private void assertUndoneAtMostOnce() {
        cases().forEach(record -> {
            Optional<Effect> tried = record.findUndo(action(record));
            assertThat(undoings(record)).as(saying(record)).isEqualTo(isUndone(record) ? 1 : 0);
            assertThat(tried.isEmpty() || isUndone(record)).as(saying(record)).isTrue();
        });
        assertThat(cases().filter(KilledUndoTest::isUndone)).isNotEmpty();
        assertThat(cases().filter(record -> record.standing() instanceof Standing.WithPeople people
                        && people.why().contains("can be undone again")))
                .isNotEmpty();
        long standing = cases().filter(record -> !isUndone(record)).count();
        assertThat(desks.refunded()).as("seed %d", desks.seed).isEqualTo(standing * KilledDesks.PRICE);
    }

    private void assertUndoneOnce() {
        cases().forEach(record -> {
            assertThat(undoings(record)).as(saying(record)).isEqualTo(1);
            assertThat(record.findOpenEffect()).as(saying(record)).isEmpty();
            assertThat(record.receipts()).as(saying(record)).hasSize(1);
            assertThat(StandingReceipts.of(record)).as(saying(record)).isEmpty();
        });
        assertThat(desks.refunded()).as("in the books, seed %d", desks.seed).isZero();
        assertThat(desks.count("SELECT count(*) FROM action_reservation WHERE released_at IS NULL"))
                .as("it counts no more, seed %d", desks.seed)
                .isZero();
    }

    private String saying(CaseRecord record) {
        return "seed " + desks.seed + ", " + record.id() + ", " + record.standing();
    }
}
