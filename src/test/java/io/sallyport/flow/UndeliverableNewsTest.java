package io.sallyport.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Expectation;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.HandedOver;
import io.sallyport.testkit.ScriptedAgents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of news that do not reach the customer of a case that is over. */
class UndeliverableNewsTest {

    private static final IssueNews FIXED =
            new IssueNews("1", "ISS-1", IssueNews.State.FIXED, "In 2.1.", "Noor", HandedOver.AT);

    private static final Fact OVER = new Fact.CaseResolved("by phone");
    private static final Fact REFUSED = new Fact.BridgeOmitted("the channel refused it");

    private static CaseRecord of(Customer customer, Fact... facts) {
        return HandedOver.of(Category.BUG, Priority.P3, new Trigger(Trigger.Kind.NO_ANSWER, "no article"))
                .from(customer)
                .sayingThen(List.of(facts), "It stops.");
    }

    private static CaseRecord of(Fact... facts) {
        return of(Customer.unknown(DeskKit.CUSTOMER), facts);
    }

    private static Fact composed() {
        return new Fact.BridgeComposed(
                ScriptedAgents.reply(of(), ScriptedAgents.QUOTE), "scripted", List.of(Verdict.pass("tone", "fine")));
    }

    /** @param times that the door turned them back */
    private static CaseRecord turnedBack(int times, Fact... before) {
        var handedOver = HandedOver.of(Category.BUG, Priority.P3, new Trigger(Trigger.Kind.NO_ANSWER, "no article"));
        var facts = new ArrayList<>(List.of(before));
        facts.add(new Fact.IssueMoved(FIXED));
        facts.add(new Fact.NewsDue(FIXED.id()));
        for (int at = 0; at < times; at++) {
            facts.add(new Fact.WaitEstimated(new Expectation(HandedOver.AT, "UTC", "scripted")));
            facts.add(composed());
            facts.add(new Fact.BridgeTurnedBack(List.of(new Verdict.Stop("tone", "no", List.of()))));
        }
        return handedOver.sayingThen(facts, "It stops.");
    }

    @Test
    void newsThatTheDoorTurnsBackAreTriedFiveTimesAndThenForAPerson() {
        assertThat(TicketLife.next(turnedBack(4, OVER))).isEqualTo(new Next.Run(Step.BRIDGE));
        CaseRecord given = turnedBack(5, OVER);
        assertThat(TicketLife.next(given)).isEqualTo(new Next.Run(Step.ESCALATE));
        assertThat(Escalations.of(given).queue()).isEqualTo("technical");
        assertThat(Escalations.of(given).why()).contains("ISS-1", "gates");
    }

    @Test
    void whereThePeopleHaveItAlreadyItIsTheirs() {
        CaseRecord inQueue = turnedBack(5);
        assertThat(TicketLife.next(inQueue)).isNotEqualTo(new Next.Run(Step.ESCALATE));
        assertThat(TicketLife.next(inQueue)).isNotEqualTo(new Next.Run(Step.BRIDGE));
    }

    @Test
    void newsThatEngineeringTookBackAreNobodysToTell() {
        var open = new IssueNews("2", "ISS-1", IssueNews.State.OPEN, "", "Noor", HandedOver.AT.plusSeconds(1));
        var told = new Fact.NewsDue(FIXED.id());
        CaseRecord given = of(OVER, new Fact.IssueMoved(FIXED), told, new Fact.IssueMoved(open), REFUSED);
        assertThat(TicketLife.next(given)).isInstanceOf(Next.Wait.class);
    }

    @Test
    void whomNobodyKnowsNobodyIsToTell() {
        var told = new Fact.NewsDue(FIXED.id());
        CaseRecord given = of(Customer.unknown(""), OVER, new Fact.IssueMoved(FIXED), told, REFUSED);
        assertThat(TicketLife.next(given)).isInstanceOf(Next.Wait.class);
    }

    /** What comes while they are being written is in what is written. */
    @Test
    void theNewestOfThemAreToldOnce() {
        var answered = new IssueNews("0", "ISS-1", IssueNews.State.ANSWERED, "By month.", "Noor", HandedOver.AT);
        CaseRecord given = of(
                OVER,
                new Fact.IssueMoved(answered),
                new Fact.NewsDue(answered.id()),
                new Fact.WaitEstimated(new Expectation(HandedOver.AT, "UTC", "scripted")),
                new Fact.IssueMoved(FIXED),
                composed());
        assertThat(given.handOver().telling()).contains(FIXED);
        assertThat(given.handOver().untold()).isEmpty();
    }

    @Test
    void whatTheCustomerWroteSinceIsWhyPeopleGetTheCase() {
        CaseRecord handedOver = of();
        var lawyer = new Trigger(Trigger.Kind.LEGAL, "solicitor");
        CaseRecord given = of(
                OVER,
                new Fact.IssueMoved(FIXED),
                new Fact.NewsDue(FIXED.id()),
                REFUSED,
                new Fact.MessageReceived(handedOver.latestFromCustomer()),
                new Fact.Screened(handedOver.screening()),
                new Fact.Triaged(handedOver.triage()),
                new Fact.Routed(new Route(Set.of(Lane.ESCALATION), Specialist.TECHNICAL, "legal", List.of(lawyer))));
        assertThat(TicketLife.next(given)).isEqualTo(new Next.Run(Step.ESCALATE));
        assertThat(Escalations.of(given).triggers()).containsExactly(lawyer);
    }
}
