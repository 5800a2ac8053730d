package io.sallyport.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.IssueNews;
import io.sallyport.gate.Permit;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every issue tracker must do, whoever runs it. */
public abstract class IssueTrackerContract {

    protected final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    protected final Permits permits = new Permits(clock);

    protected abstract IssueTracker tracker();

    /** Ids of the issues there are. */
    protected abstract List<String> issues();

    /** How many cases belong to it. */
    protected abstract int casesOf(String issue);

    protected abstract void loseTheNextAnswer();

    protected abstract void breakTheNextCall();

    protected abstract void refuseTheNextCall();

    /** A person of engineering moves the issue on, with words for customers. */
    protected abstract void move(String issue, IssueNews.State state, String note);

    /** A person of engineering writes what is not for customers. */
    protected abstract void noteInternally(String issue, String note);

    private static Errand issue(String cause) {
        return new Errand(Errand.Kind.ISSUE, "hand-over 3", cause, "Exports fail", "Steps: press Export.");
    }

    private static Errand link(String onto) {
        return new Errand(Errand.Kind.LINK, "hand-over 9", onto, "Still broken", "One more case.");
    }

    private String filed(String cause, Permits by) {
        Errand issue = issue(cause);
        return ((Delivery.Accepted) tracker().file(by.of(issue), issue)).remoteId();
    }

    @Test
    void filesOnceHoweverOftenItIsAsked() {
        Errand issue = issue("");
        Permit permit = permits.of(issue);
        Delivery first = tracker().file(permit, issue);
        assertThat(first).isInstanceOf(Delivery.Accepted.class);
        assertThat(tracker().file(permit, issue)).isEqualTo(first);
        assertThat(issues()).containsExactly(((Delivery.Accepted) first).remoteId());
        assertThat(tracker().lookUp(permit.effectId())).isEqualTo(new LookUp.Found(issues().getFirst()));
    }

    @Test
    void refusesAPermitForAnotherIssue() {
        Permit permit = permits.of(issue(""));
        assertThatThrownBy(() -> tracker().file(permit, issue("other"))).hasMessageContaining("other content");
        assertThat(issues()).isEmpty();
        assertThat(tracker().lookUp(permit.effectId())).isInstanceOf(LookUp.Absent.class);
    }

    @Test
    void aLostConfirmationIsUnknownAndFoundByLookingUp() {
        loseTheNextAnswer();
        Errand issue = issue("");
        Permit permit = permits.of(issue);
        assertThat(tracker().file(permit, issue)).isInstanceOf(Delivery.Unknown.class);
        assertThat(tracker().lookUp(permit.effectId())).isInstanceOf(LookUp.Found.class);
        assertThat(issues()).hasSize(1);
    }

    @Test
    void anIssueThatDidNotArriveIsAbsent() {
        breakTheNextCall();
        Errand issue = issue("");
        Permit permit = permits.of(issue);
        assertThat(tracker().file(permit, issue)).isInstanceOf(Delivery.Unknown.class);
        assertThat(tracker().lookUp(permit.effectId())).isInstanceOf(LookUp.Absent.class);
        assertThat(issues()).isEmpty();
    }

    @Test
    void aRefusalIsARefusal() {
        refuseTheNextCall();
        Errand issue = issue("");
        assertThat(tracker().file(permits.of(issue), issue)).isInstanceOf(Delivery.Refused.class);
        assertThat(tracker().add(permits.of(link("no-such-issue")), link("no-such-issue")))
                .isInstanceOf(Delivery.Refused.class);
        assertThat(issues()).isEmpty();
    }

    @Test
    void casesThatFileOneCauseAtOnceEndInOneIssue() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> filing = () -> filed("known-issue:slow-export", new Permits(clock));
            var all = pool.invokeAll(Collections.nCopies(6, filing));
            var ids = new HashSet<String>();
            for (var one : all) {
                ids.add(one.get());
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(issues()).hasSize(1);
        assertThat(casesOf(issues().getFirst())).isEqualTo(6);
    }

    @Test
    void whatWasDoneWithIsFiledAnewAndOpensAgainWhenACaseIsAdded() {
        String first = filed("known-issue:slow-export", permits);
        move(first, IssueNews.State.FIXED, "It is fixed in 2.1.");
        String second = filed("known-issue:slow-export", new Permits(clock));
        assertThat(second).isNotEqualTo(first);
        Errand link = link(first);
        assertThat(tracker().add(permits.of(link), link)).isEqualTo(new Delivery.Accepted(first));
        assertThat(tracker().newsAfter("", 10).getLast())
                .satisfies(news -> assertThat(news.issue()).isEqualTo(first))
                .satisfies(news -> assertThat(news.state()).isEqualTo(IssueNews.State.OPEN))
                .satisfies(news -> assertThat(news.note()).isEmpty());
    }

    @Test
    void tellsWhatIsNewInOrderAndOnlyTheWordsForCustomers() {
        String issue = filed("", permits);
        noteInternally(issue, "It is the index of the ledger table.");
        move(issue, IssueNews.State.ANSWERED, "Export month by month until then.");
        move(issue, IssueNews.State.FIXED, "It is fixed in 2.1.");
        var news = tracker().newsAfter("", 10);
        assertThat(news)
                .extracting(IssueNews::note)
                .containsExactly("Export month by month until then.", "It is fixed in 2.1.");
        assertThat(news).extracting(IssueNews::issue).containsOnly(issue);
        assertThat(tracker().newsAfter("", 1)).containsExactly(news.getFirst());
        assertThat(tracker().newsAfter(news.getFirst().id(), 10)).containsExactly(news.getLast());
        assertThat(tracker().newsAfter(news.getLast().id(), 10)).isEmpty();
    }

    @Test
    void whatIsSaidLaterBearsNoEarlierTimeThoughClocksDiffer() {
        String issue = filed("", new Permits(clock));
        move(issue, IssueNews.State.ANSWERED, "By month.");
        clock.tick(Duration.ofSeconds(-5));
        move(issue, IssueNews.State.FIXED, "In 2.1.");
        var news = tracker().newsAfter("", 10);
        assertThat(news).hasSize(2);
        assertThat(news.getLast().isOlderThan(news.getFirst())).isFalse();
    }
}
