package io.sallyport.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class DraftWhenSpentTest {

    @Test
    void lanesThatSendByThemselvesGoToDraftAndTheHistorySaysWhy() {
        try (var desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required())) {
            var lanes = desk.desk().lanes();
            lanes.set(Lane.ANSWER, LaneMode.AUTO, "Ines");
            lanes.set(Lane.ACTION, LaneMode.AUTO, "Ines");
            lanes.set(Lane.KNOWLEDGE, LaneMode.OFF, "Ines");
            new DraftWhenSpent(lanes).spent(Set.of(Lane.ANSWER, Lane.KNOWLEDGE, Lane.ESCALATION), "today's budget");
            assertThat(lanes.mode(Lane.ANSWER)).isEqualTo(LaneMode.DRAFT);
            assertThat(lanes.mode(Lane.ACTION)).isEqualTo(LaneMode.AUTO);
            assertThat(lanes.mode(Lane.KNOWLEDGE)).isEqualTo(LaneMode.OFF);
            assertThat(desk.database()
                            .jdbc()
                            .sql("SELECT name || ' ' || mode FROM lane_change WHERE by = 'budget'")
                            .query(String.class)
                            .list())
                    .containsExactly("answer draft");
        }
    }
}
