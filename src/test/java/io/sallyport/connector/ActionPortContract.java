package io.sallyport.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort.Outcome;
import io.sallyport.gate.Permit;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every action port must do, whatever vendor is behind it. */
@Tag("database")
public abstract class ActionPortContract {

    protected final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    protected final Permits permits = new Permits(clock);

    protected abstract ActionPort port();

    /** Of {@link #plan()}. */
    protected abstract String binding();

    /** One that the vendor will carry out and can take back. */
    protected abstract ActionPlan plan();

    /** One that the vendor will not carry out. */
    protected abstract ActionPlan refusedPlan();

    /** How often the vendor has carried {@link #plan()} out and not taken it back. */
    protected abstract int timesDone();

    /** The next call does its work, and its answer is lost. */
    protected abstract void loseTheNextAnswer();

    /** The next call never reaches the vendor's books. */
    protected abstract void breakTheNextCall();

    @Test
    void servesItsOwnBindingsOnly() {
        assertThat(port().serves(binding())).isTrue();
        assertThat(port().serves("nobody/refund")).isFalse();
        assertThat(port().serves(binding() + "-x")).isFalse();
        assertThat(port().serves("")).isFalse();
    }

    @Test
    void carriesOutAndSaysWhatWasDone() {
        assertThat(port().carryOut(permits.of(plan()), binding(), plan()))
                .isInstanceOfSatisfying(Outcome.Done.class, done -> {
                    assertThat(done.remoteId()).isNotBlank();
                    assertThat(done.confirmed()).isNotEmpty();
                });
        assertThat(timesDone()).isEqualTo(1);
    }

    @Test
    void doesItOnceHoweverOftenItIsAsked() {
        Permit permit = permits.of(plan());
        Outcome first = port().carryOut(permit, binding(), plan());
        assertThat(port().carryOut(permit, binding(), plan())).isEqualTo(first);
        assertThat(timesDone()).isEqualTo(1);
    }

    @Test
    void doesItOnceWhenItIsAskedByManyAtATime() throws Exception {
        Permit permit = permits.of(plan());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Outcome> ask = () -> port().carryOut(permit, binding(), plan());
            for (var each : threads.invokeAll(java.util.Collections.nCopies(6, ask))) {
                assertThat(each.get()).isInstanceOf(Outcome.Done.class);
            }
        }
        assertThat(timesDone()).isEqualTo(1);
    }

    @Test
    void refusesAPermitForOtherContentAndOneThatHasExpired() {
        Permit permit = permits.of(plan());
        assertThatThrownBy(() -> port().carryOut(permit, binding(), refusedPlan()))
                .hasMessageContaining("other content");
        clock.tick(Duration.ofMinutes(3));
        assertThatThrownBy(() -> port().carryOut(permit, binding(), plan())).hasMessageContaining("expired");
        assertThat(timesDone()).isZero();
        assertThat(port().lookUp(binding(), permit.effectId())).isInstanceOf(LookUp.Absent.class);
    }

    @Test
    void aRefusalChangesNothing() {
        Permit permit = permits.of(refusedPlan());
        assertThat(port().carryOut(permit, binding(), refusedPlan())).isInstanceOf(Outcome.Refused.class);
        assertThat(timesDone()).isZero();
        assertThat(port().lookUp(binding(), permit.effectId())).isInstanceOf(LookUp.Absent.class);
    }

    @Test
    void aLostAnswerIsUnknownAndFoundByLookingUp() {
        loseTheNextAnswer();
        Permit permit = permits.of(plan());
        assertThat(port().carryOut(permit, binding(), plan())).isInstanceOf(Outcome.Unknown.class);
        LookUp found = port().lookUp(binding(), permit.effectId());
        assertThat(port().carryOut(permit, binding(), plan()))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(found).isEqualTo(new LookUp.Found(done.remoteId(), done.confirmed())));
        assertThat(timesDone()).isEqualTo(1);
    }

    @Test
    void aCallThatNeverArrivedIsUnknownAndAbsentAndMayBeTriedAgain() {
        breakTheNextCall();
        Permit permit = permits.of(plan());
        assertThat(port().carryOut(permit, binding(), plan())).isInstanceOf(Outcome.Unknown.class);
        assertThat(port().lookUp(binding(), permit.effectId())).isInstanceOf(LookUp.Absent.class);
        assertThat(port().carryOut(permit, binding(), plan())).isInstanceOf(Outcome.Done.class);
        assertThat(timesDone()).isEqualTo(1);
    }

    @Test
    void takesBackOnce() {
        Permit permit = permits.of(plan());
        port().carryOut(permit, binding(), plan());
        var undo = new Undo(permit.effectId(), plan(), "Ines");
        Permit undoing = permits.of(undo);
        Outcome first = port().undo(undoing, binding(), undo);
        assertThat(first).isInstanceOf(Outcome.Done.class);
        assertThat(timesDone()).isZero();
        assertThat(port().undo(undoing, binding(), undo)).isEqualTo(first);
        assertThat(port().lookUp(binding(), undoing.effectId())).isInstanceOf(LookUp.Found.class);
        // What was asked before is not done anew by being asked again.
        port().carryOut(permit, binding(), plan());
        assertThat(timesDone()).isZero();
    }

    @Test
    void doesNotTakeBackWhatWasNeverDone() {
        var undo = new Undo("fx-never", plan(), "Ines");
        assertThat(port().undo(permits.of(undo), binding(), undo)).isInstanceOf(Outcome.Refused.class);
    }
}
