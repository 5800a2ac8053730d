package io.sallyport.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.gate.Permit;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every pager must do, whatever it reaches people by. */
public abstract class PagerContract {

    protected final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    protected final Permits permits = new Permits(clock);

    protected abstract Pager pager();

    /** What has reached those on call, one text for each page. */
    protected abstract List<String> arrived();

    /** The next page arrives, and its confirmation is lost. */
    protected abstract void loseTheNextAnswer();

    /** The next page does not arrive, and nobody says so. */
    protected abstract void breakTheNextCall();

    /** The next page is refused. */
    protected abstract void refuseTheNextCall();

    protected static Errand page(String occasion) {
        return new Errand(
                Errand.Kind.PAGE, occasion, "", "P1 in technical: exports are gone", "**Now:** look at the case.");
    }

    @Test
    void getsSomebodyWhoIsOnCall() {
        Errand page = page("hand-over 3");
        Permit permit = permits.of(page);
        assertThat(pager().page(permit, page)).isInstanceOf(Delivery.Accepted.class);
        assertThat(arrived())
                .singleElement()
                .asString()
                .contains("exports are gone")
                .contains(permits.caseId().value());
    }

    @Test
    void refusesAPermitForAnotherPageAndOneThatHasExpired() {
        Permit permit = permits.of(page("hand-over 3"));
        assertThatThrownBy(() -> pager().page(permit, page("hand-over 4"))).hasMessageContaining("other content");
        clock.tick(Duration.ofMinutes(3));
        assertThatThrownBy(() -> pager().page(permit, page("hand-over 3"))).hasMessageContaining("expired");
        assertThat(arrived()).isEmpty();
    }

    @Test
    void aLostConfirmationIsUnknownAndNeverTakenForANo() {
        loseTheNextAnswer();
        Errand page = page("hand-over 3");
        Permit permit = permits.of(page);
        assertThat(pager().page(permit, page)).isInstanceOf(Delivery.Unknown.class);
        assertThat(arrived()).hasSize(1);
        // Where the other side cannot be asked, it stays unknown, and a person is told that.
        assertThat(settledAfter(permit, page)).isNotInstanceOf(Delivery.Refused.class);
        assertThat(arrived()).as("the same page rings once").hasSize(1);
    }

    @Test
    void aPageThatDidNotArriveIsSentAgain() {
        breakTheNextCall();
        Errand page = page("hand-over 3");
        Permit permit = permits.of(page);
        assertThat(pager().page(permit, page)).isInstanceOf(Delivery.Unknown.class);
        assertThat(arrived()).isEmpty();
        assertThat(settledAfter(permit, page)).isInstanceOf(Delivery.Accepted.class);
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void aRefusalIsARefusal() {
        refuseTheNextCall();
        Errand page = page("hand-over 3");
        assertThat(pager().page(permits.of(page), page)).isInstanceOf(Delivery.Refused.class);
        assertThat(arrived()).isEmpty();
    }

    /** As the errand agent does: looks it up, and sends again only what may be sent again. */
    private Delivery settledAfter(Permit permit, Errand page) {
        return switch (pager().lookUp(permit.effectId())) {
            case LookUp.Found(String remoteId, var _) -> new Delivery.Accepted(remoteId);
            case LookUp.Absent() -> pager().page(permit, page);
            case LookUp.CannotTell(String why) -> new Delivery.Unknown(why);
        };
    }
}
