package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.escalation.BridgeWriter;
import io.sallyport.flow.Agents;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.testkit.BridgingAgents;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StoryGates;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/** A desk of an office in Berlin that tells customers who has their case, with gates as in service and its lanes open. */
final class BridgingDesk {

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);

    SettableClock clock() {
        return clock;
    }

    Agents agents() {
        return agents(Optional.empty());
    }

    /** @param model which may choose the words */
    Agents agents(Optional<LanguageModel> model) {
        BridgeWriter writer = BridgingAgents.writer(clock, ZoneId.of("Europe/Berlin"), model);
        return new BridgingAgents(new ScriptedAgents(), writer);
    }

    void story(boolean crashing, Agents agents, Consumer<DeskKit> story) {
        try (var desk = DeskKit.on(clock, agents, StoryGates.of(clock), crashing)) {
            story.accept(desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO));
        }
    }

    /** The desk has died if it was to. */
    void story(boolean crashing, Consumer<DeskKit> story) {
        story(crashing, agents(), desk -> {
            story.accept(desk);
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        });
    }

    /** A customer asks for a person, and everything that this brings about has happened. */
    static CaseId handOver(DeskKit desk) {
        CaseId id = desk.ticket("person please");
        desk.runUntilQuiet();
        return id;
    }
}
