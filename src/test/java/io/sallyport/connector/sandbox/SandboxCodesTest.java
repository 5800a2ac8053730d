package io.sallyport.connector.sandbox;

import io.sallyport.connector.CodeChannel;
import io.sallyport.connector.CodeChannelContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class SandboxCodesTest extends CodeChannelContract {

    private final SandboxKit kit = new SandboxKit(clock);

    @AfterEach
    void close() {
        kit.close();
    }

    @Override
    protected CodeChannel channel() {
        return kit.sandbox.codes();
    }

    @Override
    protected String customer() {
        return SandboxKit.ACCOUNT;
    }

    @Override
    protected String address() {
        return SandboxKit.ADDRESS;
    }

    @Override
    protected List<String> arrived(String address) {
        return kit.sandbox.mails(address, 10).stream().map(SandboxMail::body).toList();
    }

    @Override
    protected void loseTheNextAnswer() {
        kit.sandbox.fail(Faults.MAIL, Fault.FAIL_AFTER, 1);
    }

    @Override
    protected void breakTheNextCall() {
        kit.sandbox.fail(Faults.MAIL, Fault.FAIL_BEFORE, 1);
    }
}
