package io.sallyport.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Delivery;
import io.sallyport.gate.Permit;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every code channel must do, whatever carries the mail. */
@Tag("database")
public abstract class CodeChannelContract {

    private static final String CODE = "427198";

    protected final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    protected final Permits permits = new Permits(clock);

    protected abstract CodeChannel channel();

    /** Of an account with the address {@link #address()} on file. */
    protected abstract String customer();

    protected abstract String address();

    /** What has arrived at an address, bodies only. */
    protected abstract List<String> arrived(String address);

    /** The next mail goes out, and its confirmation is lost. */
    protected abstract void loseTheNextAnswer();

    /** The next mail does not go out. */
    protected abstract void breakTheNextCall();

    private CodeMail mail(String address) {
        return new CodeMail(
                permits.caseId(), "ch-1", customer(), address, clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void takesTheCodeToTheAddressOnce() {
        CodeMail mail = mail(address());
        Permit permit = permits.of(mail);
        assertThat(channel().post(permit, mail, CODE)).isInstanceOf(Delivery.Accepted.class);
        assertThat(channel().post(permit, mail, CODE)).isInstanceOf(Delivery.Accepted.class);
        assertThat(arrived(address())).singleElement().asString().contains(CODE);
        assertThat(channel().lookUp(permit.effectId())).isInstanceOf(LookUp.Found.class);
    }

    @Test
    void refusesAPermitForAnotherMailAndOneThatHasExpired() {
        Permit permit = permits.of(mail(address()));
        assertThatThrownBy(() -> channel().post(permit, mail("mallory@example.com"), CODE))
                .hasMessageContaining("other content");
        CodeMail mail = mail(address());
        clock.tick(Duration.ofMinutes(3));
        assertThatThrownBy(() -> channel().post(permit, mail, CODE)).hasMessageContaining("expired");
        assertThat(arrived(address())).isEmpty();
        assertThat(channel().lookUp(permit.effectId())).isInstanceOf(LookUp.Absent.class);
    }

    @Test
    void aLostConfirmationIsUnknownAndFoundByLookingUp() {
        loseTheNextAnswer();
        CodeMail mail = mail(address());
        Permit permit = permits.of(mail);
        assertThat(channel().post(permit, mail, CODE)).isInstanceOf(Delivery.Unknown.class);
        assertThat(channel().lookUp(permit.effectId())).isInstanceOf(LookUp.Found.class);
        channel().post(permit, mail, CODE);
        assertThat(arrived(address())).hasSize(1);
    }

    @Test
    void aMailThatDidNotGoOutIsAbsent() {
        breakTheNextCall();
        CodeMail mail = mail(address());
        Permit permit = permits.of(mail);
        assertThat(channel().post(permit, mail, CODE)).isInstanceOf(Delivery.Unknown.class);
        assertThat(channel().lookUp(permit.effectId())).isInstanceOf(LookUp.Absent.class);
        assertThat(arrived(address())).isEmpty();
    }

    @Test
    void sendsNothingToAnAddressThatIsNotOnFile() {
        CodeMail mail = mail("mallory@example.com");
        assertThat(channel().post(permits.of(mail), mail, CODE)).isInstanceOf(Delivery.Refused.class);
        assertThat(arrived("mallory@example.com")).isEmpty();
    }

    @Test
    void outcomesDoNotCarryTheCode() {
        CodeMail mail = mail(address());
        assertThat(channel().post(permits.of(mail), mail, CODE).toString()).doesNotContain(CODE);
    }
}
