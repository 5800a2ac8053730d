package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.action.Catalogue;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.HeldRefunds;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CaseTextTest {

    @Test
    void showsCategoryTopicAndArea() {
        try (var desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required())) {
            var id = desk.ticket("When do you open?");
            desk.runUntilQuiet();

            assertThat(CaseText.of(desk.load(id), Catalogue.EMPTY).lines())
                    .anySatisfy(line -> assertThat(line).startsWith("how-to / opening hours / shop  P4 (scripted)"));
        }
    }

    @Test
    void showsWhichWordsWereSetAside() {
        try (var desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required())) {
            var id = desk.ticket("When do you open, thieves of my heart?");
            desk.runUntilQuiet();

            assertThat(CaseText.of(desk.load(id), Catalogue.EMPTY).lines())
                    .contains("set aside: severe-frustration, thieves");
        }
    }

    @Test
    void showsTheRiskOfAPlanThatWaits() {
        try (var desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required())) {
            var record = HeldRefunds.in(desk);

            assertThat(CaseText.of(record, Catalogue.shipped()).lines())
                    .contains("refund for acc-1, 49.00 USD, risk high");
        }
    }
}
