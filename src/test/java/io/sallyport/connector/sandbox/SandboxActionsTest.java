package io.sallyport.connector.sandbox;

import io.sallyport.connector.ActionPort;
import org.junit.jupiter.api.AfterEach;

/** The contract, in this process. */
class SandboxActionsTest extends SandboxContract {

    private final SandboxKit kit = new SandboxKit(clock);
    private final ActionPort port = kit.sandbox.actions();

    @AfterEach
    void close() {
        kit.close();
    }

    @Override
    Sandbox sandbox() {
        return kit.sandbox;
    }

    @Override
    protected ActionPort port() {
        return port;
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
