package io.sallyport.stories;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Permit;
import io.sallyport.stories.MortalPort.Point;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Comes to a stand where the desk is to be killed, having said on standard output with which effect. Those in the table {@code killed} have
 * died before, and go on.
 */
record MortalPort(ActionPort port, Point point, JdbcClient jdbc) implements ActionPort {

    static final String AT = "at ";

    /** Where the desk dies. */
    enum Point {
        BEFORE_THE_CALL,
        /** And the sandbox with it, in the middle of its transaction. */
        DURING_THE_CALL,
        /** And the sandbox, a process of its own, goes on. */
        DURING_THE_CALL_ALONE,
        AFTER_THE_CALL,
        WHILE_LOOKING_UP,
        NOWHERE;

        boolean isDuring() {
            return this == DURING_THE_CALL || this == DURING_THE_CALL_ALONE;
        }
    }

    @Override
    public boolean serves(String binding) {
        return port.serves(binding);
    }

    @Override
    public Outcome carryOut(Permit permit, String binding, ActionPlan plan) {
        return call(permit.effectId(), () -> port.carryOut(permit, binding, plan));
    }

    @Override
    public Outcome undo(Permit permit, String binding, Undo undo) {
        return call(permit.effectId(), () -> port.undo(permit, binding, undo));
    }

    private Outcome call(String effectId, Supplier<Outcome> call) {
        if (hasDied(effectId)) {
            return call.get();
        }
        return switch (point) {
            case BEFORE_THE_CALL -> {
                say(effectId);
                yield stand();
            }
            case DURING_THE_CALL, DURING_THE_CALL_ALONE -> {
                say(effectId);
                Outcome _ = call.get();
                yield stand();
            }
            case AFTER_THE_CALL -> {
                Outcome _ = call.get();
                say(effectId);
                yield stand();
            }
            case WHILE_LOOKING_UP -> {
                Outcome _ = call.get();
                yield new Outcome.Unknown("the answer was lost");
            }
            case NOWHERE -> call.get();
        };
    }

    @Override
    public LookUp lookUp(String binding, String effectId) {
        if (point == Point.WHILE_LOOKING_UP && !hasDied(effectId)) {
            say(effectId);
            stand();
        }
        return port.lookUp(binding, effectId);
    }

    private boolean hasDied(String effectId) {
        return jdbc.sql("SELECT count(*) FROM killed WHERE effect_id = ?")
                        .param(effectId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void say(String effectId) {
        synchronized (System.out) {
            System.out.println(AT + effectId);
            System.out.flush();
        }
    }

    private static Outcome stand() {
        while (true) {
            LockSupport.park();
        }
    }
}
