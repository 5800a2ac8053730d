package io.sallyport.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.gate.Permit;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.SettableClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every team chat must do, whoever runs it. */
public abstract class TeamChatContract {

    protected final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    protected final Permits permits = new Permits(clock);

    protected abstract TeamChat chat();

    /** The posts there are, one text each. */
    protected abstract List<String> posts();

    protected abstract void loseTheNextAnswer();

    protected abstract void breakTheNextCall();

    protected abstract void refuseTheNextCall();

    private static Errand post(String text) {
        return new Errand(Errand.Kind.CHAT, "hand-over 3", "", "With the technical team", text);
    }

    @Test
    void saysItOnce() {
        Errand post = post("The export is slow.");
        Permit permit = permits.of(post);
        assertThat(chat().post(permit, post)).isInstanceOf(Delivery.Accepted.class);
        assertThat(chat().post(permit, post)).isInstanceOf(Delivery.Accepted.class);
        assertThat(posts()).singleElement().asString().contains("The export is slow.");
        assertThat(chat().lookUp(permit.effectId())).isInstanceOf(LookUp.Found.class);
    }

    @Test
    void refusesAPermitForAnotherPost() {
        Permit permit = permits.of(post("The export is slow."));
        assertThatThrownBy(() -> chat().post(permit, post("Something else"))).hasMessageContaining("other content");
        assertThat(posts()).isEmpty();
        assertThat(chat().lookUp(permit.effectId())).isInstanceOf(LookUp.Absent.class);
    }

    @Test
    void aLostConfirmationIsUnknownAndFoundByLookingUp() {
        loseTheNextAnswer();
        Errand post = post("The export is slow.");
        Permit permit = permits.of(post);
        assertThat(chat().post(permit, post)).isInstanceOf(Delivery.Unknown.class);
        assertThat(chat().lookUp(permit.effectId())).isInstanceOf(LookUp.Found.class);
        assertThat(posts()).hasSize(1);
    }

    @Test
    void aPostThatDidNotArriveIsAbsent() {
        breakTheNextCall();
        Errand post = post("The export is slow.");
        Permit permit = permits.of(post);
        assertThat(chat().post(permit, post)).isInstanceOf(Delivery.Unknown.class);
        assertThat(chat().lookUp(permit.effectId())).isInstanceOf(LookUp.Absent.class);
        assertThat(posts()).isEmpty();
    }

    @Test
    void aRefusalIsARefusal() {
        refuseTheNextCall();
        Errand post = post("The export is slow.");
        assertThat(chat().post(permits.of(post), post)).isInstanceOf(Delivery.Refused.class);
        assertThat(posts()).isEmpty();
    }
}
