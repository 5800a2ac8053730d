package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Verdict;
import io.sallyport.testkit.HandedOver;
import io.sallyport.testkit.ScriptedAgents;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftViewTest {

    @Test
    void aStoppedDraftStaysInSightWhenNoOtherOneCanBeWritten() {
        HandedOver handedOver = HandedOver.of(Category.BUG, Priority.P3);
        var nothing = new Evidence("", List.of(), List.of());
        var flag = new Verdict.Flag(ScriptedAgents.QUOTE, "another article says ten");
        CaseRecord record = handedOver.sayingThen(
                List.of(
                        new Fact.EvidenceGathered(nothing),
                        new Fact.ReplyComposed(
                                ScriptedAgents.reply(handedOver.saying("When?"), ScriptedAgents.QUOTE),
                                0.9,
                                "scripted"),
                        new Fact.ReplyJudged("", List.of(new Verdict.Stop("grounding", "stopped", List.of(flag)))),
                        new Fact.EvidenceGathered(nothing)),
                "When do you open?");

        assertThat(DraftView.of(record, source -> new SourceNote(source.id(), "", "", true)))
                .hasValueSatisfying(draft -> {
                    assertThat(draft.text()).isEqualTo(ScriptedAgents.QUOTE);
                    assertThat(draft.sentences().getFirst().whyStopped()).containsExactly("another article says ten");
                });
    }
}
