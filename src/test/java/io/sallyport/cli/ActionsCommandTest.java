package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.action.CatalogueFault;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.testkit.OwnAction;
import io.sallyport.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionsCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @TempDir
    private Path policies = Path.of("");

    @BeforeEach
    void oneOfTheirOwn() throws IOException {
        OwnAction.writeTo(folder.resolve("swap.yaml"));
    }

    private void policiesThatKnowIt() throws IOException {
        Path shipped = Path.of("src/main/resources/policies");
        try (var files = Files.list(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, policies.resolve(file.getFileName()));
            }
        }
        Path schema = policies.resolve("sallyport.cedarschema");
        Files.writeString(schema, Files.readString(schema) + """
                action "warranty-swap" appliesTo { principal: [Customer], resource: [Order], context: Circumstances };
                """);
    }

    @Test
    void lintNamesAnActionThatThePoliciesDoNotKnow() throws IOException {
        var unknown = CommandRuns.captured("actions", "lint", "--dir", folder.toString());
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err()).contains("swap.yaml", "action \"warranty-swap\" appliesTo");

        policiesThatKnowIt();
        var known =
                CommandRuns.captured("actions", "lint", "--dir", folder.toString(), "--policies", policies.toString());
        assertThat(known.out()).contains("15 actions, nothing wrong");
        assertThat(known.status()).isZero();
    }

    @Test
    void lintNamesAFieldThatPoliciesAreNotShown() throws IOException {
        policiesThatKnowIt();
        Path own = folder.resolve("swap.yaml");
        Files.writeString(own, Files.readString(own).replace("order.has_digital", "order.warranty_until"));
        var run =
                CommandRuns.captured("actions", "lint", "--dir", folder.toString(), "--policies", policies.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("swap.yaml", "reads 'order.warranty_until'", "take it out");
    }

    @Test
    void showSaysWhatAnActionReadsWhereItIsLookedUpAndItsRisk() {
        var run = CommandRuns.captured("actions", "show", "warranty-swap", "--dir", folder.toString());
        assertThat(run.out())
                .containsPattern("reads +account.email, account.email_verified, ")
                .containsPattern("risk +high")
                .contains("warehouse/swop, looked up at warehouse/status, undone never");
        assertThat(CommandRuns.captured("actions", "list").out())
                .containsPattern("refund +proven +high +by-undo +sandbox/refund");
    }

    @Test
    @Tag("database")
    void aDeskDoesNotStartWithAnActionThatNobodyCarriesOut(@TempDir Path var) throws IOException {
        policiesThatKnowIt();
        try (var database = TestDatabase.fresh()) {
            Map<String, String> settings = new HashMap<>(Map.of(
                    "sallyport.var", var.toString(),
                    "sallyport.actions.dir", folder.toString(),
                    "sallyport.policies.dir", policies.toString()));
            database.settings().forEach((name, value) -> settings.put(name, value.toString()));
            settings.forEach(System::setProperty);
            try (var desk = OpenDesk.toLookAt()) {
                assertThatThrownBy(() -> desk.getBean(ActionDoors.class))
                        .rootCause()
                        .isInstanceOf(CatalogueFault.class)
                        .hasMessageContainingAll("swap.yaml", "'warehouse/swop'", "carried-out-by");
            } finally {
                settings.keySet().forEach(System::clearProperty);
            }
        }
    }
}
