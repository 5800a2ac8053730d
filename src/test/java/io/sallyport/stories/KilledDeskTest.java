package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Standing;
import io.sallyport.connector.sandbox.Fault;
import io.sallyport.connector.sandbox.Sandbox;
import io.sallyport.stories.DeskToKill.Person;
import io.sallyport.stories.MortalPort.Point;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promises 6, 7 and 9 of account changes with real processes and a real {@code kill -9}: the desk dies around the call to a sandbox
 * that fails by itself as well. Each kill takes as many cases with it as stand at the point; {@code -Dsallyport.test.kills=200} has
 * 200 die at each point.
 */
@Tag("database")
@Tag("slow")
class KilledDeskTest {

    /** Cases that die at each point. */
    private static final int WANTED = Integer.getInteger("sallyport.test.kills", 4);

    private final KilledDesks desks;
    private final Random random;

    KilledDeskTest(@TempDir Path folder) {
        desks = new KilledDesks(folder);
        random = new Random(desks.seed);
    }

    @AfterEach
    void close() {
        desks.close();
    }

    @Test
    void howeverOftenItIsKilledEveryRefundHappensAtMostOnceAndNoCaseIsLost() throws Exception {
        for (Point point : Point.values()) {
            if (point != Point.NOWHERE) {
                killAt(point);
            }
        }
        desks.sandbox.heal();
        desks.rest(Person.AWAY, () -> true);
        assertAccountedFor();
    }

    private void killAt(Point point) throws Exception {
        int died = 0;
        int kills = 0;
        while (died < WANTED) {
            desks.open(KilledDesks.AT_ONCE);
            misbehave(point.isDuring());
            died += desks.live(point, Person.AWAY);
            kills++;
            assertThat(kills).as("seed %d", desks.seed).isLessThan(3 * WANTED + 10);
        }
        System.out.printf("%s: %d kills took %d cases with them%n", point, kills, died);
    }

    /** What comes to a stand in the middle of a change must have begun it. */
    private void misbehave(boolean isDuring) {
        Sandbox sandbox = desks.sandbox;
        sandbox.heal();
        List<Fault> faults = isDuring
                ? List.of(Fault.FAIL_AFTER, Fault.TIME_OUT)
                : List.of(Fault.FAIL_AFTER, Fault.FAIL_BEFORE, Fault.REFUSE, Fault.TIME_OUT, Fault.HANG);
        sandbox.fail("*", faults.get(random.nextInt(faults.size())), 1);
        if (random.nextInt(3) == 0) {
            sandbox.fail("sandbox/look-up", Fault.FAIL_BEFORE, 1);
        }
    }

    private void assertAccountedFor() {
        int done = 0;
        int withPeople = 0;
        var paid = new HashSet<String>();
        for (CaseId id : desks.opened) {
            CaseRecord record = desks.cases.load(id);
            assertThat(record.findOpenEffect()).as("seed %d, %s", desks.seed, id).isEmpty();
            long refunds = desks.count("SELECT count(*) FROM sandbox_effect WHERE case_id = ?", id.value());
            assertThat(refunds).as("refunds, seed %d, %s", desks.seed, id).isLessThanOrEqualTo(1);
            if (refunds == 1) {
                paid.add(id.value());
            }
            boolean isDone = record.action() instanceof ActionWork.Done;
            boolean isWithPeople = record.standing() instanceof Standing.WithPeople;
            assertThat(isDone || isWithPeople)
                    .as("seed %d, %s, %s", desks.seed, id, record.action())
                    .isTrue();
            assertThat(record.receipts()).as("seed %d, %s", desks.seed, id).hasSize(isDone ? 1 : 0);
            if (isDone) {
                assertThat(refunds).as("seed %d, %s", desks.seed, id).isEqualTo(1);
                done++;
            } else {
                withPeople++;
            }
        }
        assertThat(desks.refunded())
                .as("in the books, seed %d", desks.seed)
                .isEqualTo(paid.size() * KilledDesks.PRICE);
        assertThat(desks.count("""
                SELECT count(*) FROM sandbox_effect e LEFT JOIN action_reservation r ON r.effect_id = e.effect_id
                WHERE r.effect_id IS NULL OR r.released_at IS NOT NULL
                """)).as("paid and not counted, seed %d", desks.seed).isZero();
        System.out.printf(
                "%d cases: %d refunds made, each once; %d done, %d with people, none lost%n",
                desks.opened.size(), paid.size(), done, withPeople);
    }
}
