package io.sallyport.delivery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.action.Catalogue;
import io.sallyport.action.CatalogueFault;
import io.sallyport.gate.DeclaredActions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company's own action that nobody carries out, or no policy can permit, is named before anybody asks for it. */
class ActionDoorsTest {

    private static final DeclaredActions ALL = (_, _, _) -> Optional.empty();
    private static final DeclaredActions NONE = (action, _, _) -> Optional.of("lacks a policy for " + action);

    @TempDir
    private Path folder = Path.of("");

    private ActionDoors doors(Catalogue catalogue) {
        var none = ActionDoors.NONE;
        return new ActionDoors(catalogue, List.of(), none.reservations(), none.codes(), none.codeChannel());
    }

    @BeforeEach
    void oneOfTheirOwn() throws IOException {
        Files.writeString(folder.resolve("swap.yaml"), """
                name: warranty-swap
                title: Swap a defective item
                does: swap a defective item
                about: [order]
                arguments:
                  type: object
                  properties:
                    order: {type: string}
                  additionalProperties: false
                from: {order: order.id}
                carried-out-by: warehouse/swop
                undone: never
                assurance: matched
                reasons: [not-said]
                receipt: ["We have ordered a replacement."]
                """);
    }

    @Test
    void whatNoConnectorServesIsNamedWithItsFile() {
        var doors = doors(Catalogue.with(folder));
        assertThatThrownBy(() -> doors.checkOwn(ALL))
                .isInstanceOf(CatalogueFault.class)
                .hasMessageContainingAll("swap.yaml", "'warehouse/swop'", "carried-out-by");
    }

    @Test
    void whatNoPolicyCanDecideOnIsNamedWithItsFile() {
        var doors = doors(Catalogue.with(folder));
        assertThatThrownBy(() -> doors.checkOwn(NONE))
                .isInstanceOf(CatalogueFault.class)
                .hasMessageContainingAll("swap.yaml", "lacks a policy for warranty-swap");
    }

    @Test
    void aDeskMayDoWithoutWhatIsShipped() {
        doors(Catalogue.shipped()).checkOwn(NONE);
    }
}
