package io.sallyport.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sallyport.gate.judge.Judges;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Safeguards;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.StubModels;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgesAtStartTest {

    private static Judges judges(Map<String, String> roles) {
        try (var stub = StubModels.start()) {
            var settings = ModelKit.settings(stub, stub, roles);
            var guards = Safeguards.only(_ -> {}, Duration.ofSeconds(1));
            return new GateConfiguration().judges(new Models(settings, ModelKit.vendors(settings), guards));
        }
    }

    @Test
    void withoutModelsNobodyIsAsked() {
        assertThat(judges(Map.of())).isEqualTo(Judges.NONE);
    }

    @Test
    void aModelThatWritesWithoutOneThatJudgesStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judges(Map.of("specialist", "anthropic:writer")))
                .withMessageContaining("sallyport.models.specialist is 'anthropic:writer'")
                .withMessageContaining("sallyport.models.verifier is embedded");
    }

    @Test
    void theSameModelMayJudgeInItsOwnRole() {
        assertThat(judges(Map.of("specialist", "anthropic:one", "verifier", "anthropic:one"))
                        .claims())
                .isPresent();
    }
}
