package io.sallyport.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Standing;
import io.sallyport.connector.sandbox.MortalPort.Death;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promises 6 and 7 of account changes: the desk dies around the call to a sandbox that fails by itself as well, and every refund
 * happens at most once, is accounted for, and no case is dropped.
 */
@Tag("database")
@Tag("slow")
class AtMostOnceTest {

    private static final int TIMES = Integer.getInteger("sallyport.test.crashes", 200);

    /** A refund can be called back within the hour. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final RefundingDesk desk = new RefundingDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyRefundHappensAtMostOnceAndIsAccountedFor(Death where) throws SQLException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        desk.kit.load(
                "orders.jsonl",
                SandboxKit.order("HL-BIG", "delivered")
                        .replace("8900", "89000000")
                        .replace("9600", "89000700"));
        int done = 0;
        for (int i = 0; i < TIMES; i++) {
            desk.misbehave(random);
            CaseRecord ended = desk.live(Optional.of(where));
            assertThat(ended.findOpenEffect())
                    .as("seed %d, %s", seed, ended.id())
                    .isEmpty();
            long made = desk.made(ended.id());
            assertThat(made).as("seed %d, %s", seed, ended.id()).isLessThanOrEqualTo(1);
            boolean isDone = ended.action() instanceof ActionWork.Done;
            boolean isWithPeople = ended.standing() instanceof Standing.WithPeople;
            assertThat(isDone || isWithPeople)
                    .as("seed %d, %s", seed, ended.action())
                    .isTrue();
            if (isDone) {
                assertThat(made).as("seed %d, %s", seed, ended.id()).isEqualTo(1);
                assertThat(ended.receipts()).hasSize(1);
                done++;
            }
            desk.sandbox.heal();
        }
        long effects = desk.kit
                .database
                .jdbc()
                .sql("SELECT count(*) FROM sandbox_effect")
                .query(Long.class)
                .single();
        assertThat(desk.kit
                        .sandbox
                        .records()
                        .find("order", "HL-BIG")
                        .orElseThrow()
                        .whole("refunded_minor"))
                .as("seed %d", seed)
                .contains(effects * RefundingDesk.SUM);
        assertThat(desk.reservations.held)
                .as("what was given back counts, seed %d", seed)
                .hasSizeGreaterThanOrEqualTo(Math.toIntExact(effects));
        System.out.printf(
                "%s: %d cases, %d refunds made, %d confirmed on the case, the others with people%n",
                where, TIMES, effects, done);
    }

    @ParameterizedTest
    @EnumSource
    void everyRefundIsUndoneAtMostOnceHoweverOftenAPersonTries(Death where) throws SQLException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        desk.kit.load("orders.jsonl", SandboxKit.order("HL-BIG", "delivered"));
        for (int i = 0; i < TIMES / 4; i++) {
            CaseRecord refunded = desk.live(Optional.empty());
            String action = refunded.receipts().getFirst().effectId();
            desk.door.dieNext(Optional.of(where));
            for (int tries = 0; tries < 4; tries++) {
                desk.misbehave(random);
                if (tries == 3) {
                    desk.door.dieNext(Optional.empty());
                    desk.sandbox.heal();
                }
                desk.tryToUndo(refunded.id(), action);
                assertThat(desk.rest(desk.desk(), refunded.id(), SOON).findOpenEffect())
                        .as("seed %d", seed)
                        .isEmpty();
                desk.sandbox.heal();
            }
            assertThat(desk.desk()
                            .cases()
                            .load(refunded.id())
                            .findUndo(action)
                            .orElseThrow()
                            .isAccepted())
                    .as("seed %d", seed)
                    .isTrue();
            long undone = desk.kit
                    .database
                    .jdbc()
                    .sql("SELECT count(*) FROM sandbox_effect WHERE undoes = ?")
                    .param(action)
                    .query(Long.class)
                    .single();
            assertThat(undone).as("seed %d, %s", seed, refunded.id()).isEqualTo(1);
        }
        assertThat(desk.kit
                        .sandbox
                        .records()
                        .find("order", "HL-BIG")
                        .orElseThrow()
                        .whole("refunded_minor"))
                .as("seed %d", seed)
                .contains(0L);
        assertThat(desk.reservations.held).as("seed %d", seed).isEmpty();
    }
}
