package io.sallyport.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.connector.ActionPort;
import io.sallyport.connector.ActionPort.Outcome;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Permit;
import io.sallyport.testkit.WebDesk;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract, over the sandbox's HTTP face on a real port. */
@Tag("database")
class SandboxOverHttpTest extends SandboxContract {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** One server for all tests; what its sandbox holds is each test's own. */
    private static final WebDesk WEB = WebDesk.open(Map.of("sallyport.sandbox.patience", PATIENCE));

    private final Sandbox sandbox = anew();
    private final ActionPort port = portAt(WEB.url("/"));

    private static Sandbox anew() {
        WEB.desk()
                .database()
                .jdbc()
                .sql(
                        "TRUNCATE sandbox_record, sandbox_effect, sandbox_fault, sandbox_link, sandbox_mail, sandbox_crm_log")
                .update();
        return SandboxKit.filled(WEB.bean(Sandbox.class));
    }

    private ActionPort portAt(String url) {
        return Sandbox.of(WEB.desk().database().dataSource(), PATIENCE, clock)
                .actionsAt(URI.create(url), WEB.bean(SandboxKey.class));
    }

    @AfterAll
    static void close() {
        WEB.close();
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
        ActionPort lost = portAt(WEB.url("/").replace("127.0.0.1", "127.0.0.2"));
        Permit permit = permits.of(plan());
        assertThat(lost.carryOut(permit, binding(), plan())).isInstanceOf(Outcome.Unknown.class);
        assertThat(lost.lookUp(binding(), permit.effectId())).isInstanceOf(LookUp.CannotTell.class);
    }
}
