package io.sallyport.connector.sandbox;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.ActionPortContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The contract, in this process. */
class SandboxActionsTest extends ActionPortContract {

    private final SandboxKit kit = new SandboxKit(clock);
    private final ActionPort port = kit.sandbox.actions();

    @AfterEach
    void close() {
        kit.close();
    }

    @Override
    protected ActionPort port() {
        return port;
    }

    @Override
    protected String binding() {
        return "sandbox/partial-refund";
    }

    @Override
    protected ActionPlan plan() {
        return SandboxKit.plan(permits.caseId(), "partial-refund", Map.of("order", "HL-1"), SandboxKit.dollars(4000));
    }

    @Override
    protected ActionPlan refusedPlan() {
        return SandboxKit.plan(permits.caseId(), "partial-refund", Map.of("order", "HL-1"), SandboxKit.dollars(9601));
    }

    @Override
    protected int timesDone() {
        long refunded = kit.sandbox
                .records()
                .find("order", "HL-1")
                .orElseThrow()
                .whole("refunded_minor")
                .orElseThrow();
        return Math.toIntExact(refunded / 4000);
    }

    @Override
    protected void loseTheNextAnswer() {
        kit.sandbox.fail(binding(), Fault.FAIL_AFTER, 1);
    }

    @Override
    protected void breakTheNextCall() {
        kit.sandbox.fail(binding(), Fault.FAIL_BEFORE, 1);
    }
}
