package io.sallyport.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Expectation;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.testkit.HandedOver;
import io.sallyport.testkit.ScriptedAgents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndeliverableNewsTest {

    private static final IssueNews FIXED =
            new IssueNews("1", "ISS-1", IssueNews.State.FIXED, "In 2.1.", "Noor", HandedOver.AT);

    /** @param times that the door turned them back */
    private static CaseRecord turnedBack(int times, Fact... before) {
        var handedOver = HandedOver.of(Category.BUG, Priority.P3, new Trigger(Trigger.Kind.NO_ANSWER, "no article"));
        var facts = new ArrayList<>(List.of(before));
        facts.add(new Fact.IssueMoved(FIXED));
        facts.add(new Fact.NewsDue(FIXED.id()));
        for (int at = 0; at < times; at++) {
            facts.add(new Fact.WaitEstimated(new Expectation(HandedOver.AT, "UTC", "scripted")));
            facts.add(new Fact.BridgeComposed(
                    ScriptedAgents.reply(handedOver.saying("It stops."), ScriptedAgents.QUOTE),
                    "scripted",
                    List.of(Verdict.pass("tone", "fine"))));
            facts.add(new Fact.BridgeTurnedBack(List.of(new Verdict.Stop("tone", "no", List.of()))));
        }
        return handedOver.sayingThen(facts, "It stops.");
    }

    @Test
    void newsThatTheDoorTurnsBackAreTriedFiveTimesAndThenForAPerson() {
        var over = new Fact.CaseResolved("by phone");
        assertThat(TicketLife.next(turnedBack(4, over))).isEqualTo(new Next.Run(Step.BRIDGE));
        CaseRecord given = turnedBack(5, over);
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
}
