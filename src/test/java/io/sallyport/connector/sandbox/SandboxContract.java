package io.sallyport.connector.sandbox;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.connector.ActionPortContract;
import java.util.Map;

/** The contract for a partial refund of {@link SandboxKit}'s order HL-1, whichever way the sandbox is called. */
abstract class SandboxContract extends ActionPortContract {

    private static final long REFUND = 4000;

    /** The one that {@link #port()} reaches. */
    abstract Sandbox sandbox();

    @Override
    protected String binding() {
        return "sandbox/partial-refund";
    }

    @Override
    protected ActionPlan plan() {
        return refund(REFUND);
    }

    /** More than the order came to. */
    @Override
    protected ActionPlan refusedPlan() {
        return refund(9601);
    }

    private ActionPlan refund(long minor) {
        return SandboxKit.plan(permits.caseId(), "partial-refund", Map.of("order", "HL-1"), SandboxKit.dollars(minor));
    }

    @Override
    protected int timesDone() {
        long refunded = sandbox()
                .records()
                .find("order", "HL-1")
                .orElseThrow()
                .whole("refunded_minor")
                .orElseThrow();
        return Math.toIntExact(refunded / REFUND);
    }
}
