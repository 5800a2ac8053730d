package io.sallyport.escalation.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Trigger;
import io.sallyport.privacy.CaseMasks;
import io.sallyport.privacy.PersonalData;
import io.sallyport.testkit.HandedOver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrackerAgentTest {

    private static final String WORDS = "The export stops. I cannot bear it any longer.";

    private final TrackerAgent agent = new TrackerAgent(
            new OneOpen(),
            new TrackerSettings(Set.of(Category.BUG)),
            new CaseMasks(PersonalData.byRules(), _ -> Map.of()));

    private List<Errand.Kind> planned(Category category, Trigger... triggers) {
        CaseRecord record = HandedOver.of(category, Priority.P3, triggers).saying(WORDS);
        return agent.track(record).errands().stream().map(Errand::kind).toList();
    }

    @Test
    void addsWhatTheCustomerWroteToTheIssueThatTheCaseHas() {
        assertThat(planned(Category.BUG)).containsExactly(Errand.Kind.LINK, Errand.Kind.CHAT);
    }

    @Test
    void keepsTheWordsOfSomebodyInDangerFromTheTracker() {
        assertThat(planned(Category.BUG, new Trigger(Trigger.Kind.SAFETY, "cannot bear it")))
                .containsExactly(Errand.Kind.CHAT);
    }

    @Test
    void keepsAnotherMatterThatIsHandedOverOutOfAnOpenIssue() {
        assertThat(planned(Category.BILLING)).containsExactly(Errand.Kind.CHAT);
    }

    /** Every case belongs to one issue, which is open. */
    private static final class OneOpen implements TrackedIssues {

        @Override
        public Optional<String> findOpenOf(List<CaseId> cases) {
            return Optional.of("ISS-1");
        }

        @Override
        public Optional<String> findOpenOf(String cause) {
            return Optional.empty();
        }

        @Override
        public List<CaseId> casesOf(String issue) {
            return List.of();
        }

        @Override
        public boolean hasNewer(IssueNews news) {
            return false;
        }

        @Override
        public void heard(IssueNews news) {}

        @Override
        public void given(CaseId id, IssueNews news) {}

        @Override
        public boolean missed(CaseId id, IssueNews news) {
            return false;
        }

        @Override
        public List<Late> lateAfter(Late last, int limit) {
            return List.of();
        }

        @Override
        public String cursor(String tracker) {
            return "";
        }

        @Override
        public void advance(String tracker, String after) {}
    }
}
