package io.sallyport.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.connector.ActionPort;
import io.sallyport.connector.ActionPort.Outcome;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Permit;
import io.sallyport.testkit.WebDesk;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract, over the sandbox's HTTP face on a real port. */
class SandboxOverHttpTest extends SandboxContract {

    private final WebDesk web = WebDesk.open(Map.of("sallyport.sandbox.patience", "2s"));
    private final Sandbox sandbox = SandboxKit.filled(web.bean(Sandbox.class));
    private final ActionPort port = Sandbox.of(
                    web.desk().database().dataSource(), java.time.Duration.ofSeconds(2), clock)
            .actionsAt(URI.create(web.url("/")));

    @AfterEach
    void close() {
        web.close();
    }

    @Override
    protected ActionPort port() {
        return port;
    }

    @Override
    Sandbox sandbox() {
        return sandbox;
    }

    @Override
    protected void loseTheNextAnswer() {
        sandbox.fail(binding(), Fault.TIME_OUT, 1);
    }

    @Override
    protected void breakTheNextCall() {
        sandbox.fail(binding(), Fault.HANG, 1);
    }

    @Test
    void aServerThatIsNoSandboxIsUnknownAndNeverAbsent() {
        ActionPort lost = Sandbox.of(web.desk().database().dataSource(), java.time.Duration.ofSeconds(2), clock)
                .actionsAt(URI.create(web.url("/").replace("127.0.0.1", "127.0.0.2")));
        Permit permit = permits.of(plan());
        assertThat(lost.carryOut(permit, binding(), plan())).isInstanceOf(Outcome.Unknown.class);
        assertThat(lost.lookUp(binding(), permit.effectId())).isInstanceOf(LookUp.CannotTell.class);
    }
}
