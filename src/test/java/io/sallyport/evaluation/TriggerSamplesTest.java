package io.sallyport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Trigger.Kind;
import io.sallyport.evaluation.TriggerEvaluation.Labelled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the labelled messages can be read and are as many as figures need; what they say is nobody's business here. */
class TriggerSamplesTest {

    private static final Path FOLDER = Path.of("samples", "harbourlight", "triggers");

    private static final Set<Kind> LABELS = Set.of(
            Kind.P1,
            Kind.LEGAL,
            Kind.SECURITY,
            Kind.SAFETY,
            Kind.PERSON_ASKED,
            Kind.SEVERE_FRUSTRATION,
            Kind.REPEATED_ATTEMPTS,
            Kind.OUT_OF_SCOPE,
            Kind.LANGUAGE_NOT_SERVED,
            Kind.ACTION_NEEDS_PERSON,
            Kind.VIP,
            Kind.AT_RISK);

    @Test
    void noMessageIsInTwoFiles() throws IOException {
        List<Path> files = Stream.of(
                        "taught-1",
                        "taught-2",
                        "taught-3",
                        "taught-4",
                        "dev",
                        "dev-2",
                        "dev-3",
                        "dev-4",
                        "dev-5",
                        "dev-6",
                        "dev-7",
                        "letters",
                        "test")
                .map(name -> FOLDER.resolve(name + ".jsonl"))
                .toList();
        assertThat(TriggerEvaluation.read(files)).hasSizeGreaterThan(10_500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taught-1", "test"})
    void eachTriggerHasTwentyFiveMessagesAndTwoHundredHaveNone(String name) throws IOException {
        List<Labelled> messages = TriggerEvaluation.read(List.of(FOLDER.resolve(name + ".jsonl")));
        assertThat(LABELS)
                .allSatisfy(kind -> assertThat(messages.stream()
                                .filter(message -> message.wanted().contains(kind)))
                        .hasSizeGreaterThanOrEqualTo(25));
        assertThat(messages.stream().filter(message -> message.wanted().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(200);
    }
}
