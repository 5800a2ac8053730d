package io.sallyport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.action.Catalogue;
import io.sallyport.action.CatalogueFault;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.DeclaredActions;
import io.sallyport.gate.Permit;
import io.sallyport.testkit.OwnAction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company's own action that nobody carries out, or no policy can permit, is named before anybody asks for it. */
class ActionDoorsTest {

    private static final DeclaredActions ALL = (_, _, _, _) -> Optional.empty();
    private static final DeclaredActions NONE =
            (action, _, _, reads) -> Optional.of("lacks a policy for " + action + " by " + new TreeSet<>(reads));

    @TempDir
    private Path folder = Path.of("");

    /** Says which binding it was asked at. */
    private record Told(String binding) implements ActionPort {
        @Override
        public boolean serves(String asked) {
            return asked.equals(binding);
        }

        @Override
        public Outcome carryOut(Permit permit, String asked, ActionPlan plan) {
            return new Outcome.Refused(asked);
        }

        @Override
        public Outcome undo(Permit permit, String asked, Undo undo) {
            return new Outcome.Refused(asked);
        }

        @Override
        public LookUp lookUp(String asked, String effectId) {
            return new LookUp.Found(asked + " at " + binding);
        }
    }

    private ActionDoors doors(Catalogue catalogue, String... served) {
        var none = ActionDoors.NONE;
        List<ActionPort> ports = Stream.of(served).<ActionPort>map(Told::new).toList();
        return new ActionDoors(catalogue, ports, none.reservations(), none.codes(), none.codeChannel());
    }

    @BeforeEach
    void oneOfTheirOwn() throws IOException {
        OwnAction.writeTo(folder.resolve("swap.yaml"));
    }

    @Test
    void whatNoConnectorServesIsNamedWithItsFile() {
        var doors = doors(Catalogue.with(folder));
        assertThatThrownBy(() -> doors.checkOwn(ALL))
                .isInstanceOf(CatalogueFault.class)
                .hasMessageContainingAll("swap.yaml", "'warehouse/swop'", "carried-out-by");
    }

    @Test
    void whatNoConnectorTellsTheOutcomeOfIsNamedWithItsFile() {
        var doors = doors(Catalogue.with(folder), "warehouse/swop");
        assertThatThrownBy(() -> doors.checkOwn(ALL))
                .isInstanceOf(CatalogueFault.class)
                .hasMessageContainingAll("swap.yaml", "'warehouse/status'", "looked-up");
        assertThat(doors.find("warranty-swap")).isEmpty();
        doors(Catalogue.with(folder), "warehouse/swop", "warehouse/status").checkOwn(ALL);
    }

    @Test
    void theOutcomeIsLookedUpWhereTheEntrySays() {
        var doors = doors(Catalogue.with(folder), "warehouse/swop", "warehouse/status");
        var order = new ActionPlan.Slot("order", "HL-1", new ActionPlan.RecordField("order:HL-1", "id"));
        var plan = new ActionPlan(
                CaseId.random(),
                "warranty-swap",
                "0".repeat(64),
                "acc-1",
                List.of(order),
                "not-said",
                Optional.empty());
        assertThat(doors.lookUp(plan, "fx-1")).isEqualTo(new LookUp.Found("warehouse/status at warehouse/status"));
    }

    @Test
    void whatNoPolicyCanDecideOnIsNamedWithItsFile() {
        var doors = doors(Catalogue.with(folder));
        assertThatThrownBy(() -> doors.checkOwn(NONE))
                .isInstanceOf(CatalogueFault.class)
                .hasMessageContainingAll("swap.yaml", "lacks a policy for warranty-swap by [account.email, ");
    }

    @Test
    void aDeskMayDoWithoutWhatIsShipped() {
        doors(Catalogue.shipped()).checkOwn(NONE);
    }
}
