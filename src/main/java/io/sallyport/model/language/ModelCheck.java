package io.sallyport.model.language;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.sallyport.model.Embedder;
import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Said;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Calls each model of each role once with a question whose answer is known. */
public final class ModelCheck {

    /**
     * How one role did.
     *
     * @param isFit the role can be played: the call came back and its answer had the shape asked for
     * @param structured in words, whether structured output is honoured
     */
    public record Finding(Role role, String model, Duration took, Usage usage, boolean isFit, String structured) {}

    /** What the models are asked to fill in. */
    record Sample(
            @JsonPropertyDescription("the name of the harbour")
            String harbour,

            @JsonPropertyDescription("how many gates it has")
            int gates) {}

    private static final Request<Sample> QUESTION = new Request<>(
            new Purpose.Upkeep("models check"),
            "You fill in forms from short notes.",
            "The harbour is called Lund and has 2 gates.",
            Shape.of(Sample.class),
            1000);

    private final Models models;
    private final Embedder embedder;

    public ModelCheck(Models models, Embedder embedder) {
        this.models = models;
        this.embedder = embedder;
    }

    /** One finding for each role and model, in the roles' order. */
    public List<Finding> run() {
        return Arrays.stream(Role.values())
                .flatMap(role -> {
                    var each = models.listEach(role);
                    return each.isEmpty()
                            ? Stream.of(embedded(role))
                            : each.stream().map(model -> asked(role, model));
                })
                .toList();
    }

    private static Finding asked(Role role, LanguageModel model) {
        var started = System.nanoTime();
        var answer = model.ask(QUESTION);
        var took = Duration.ofNanos(System.nanoTime() - started);
        return switch (answer) {
            case Said<Sample> said -> new Finding(role, model.name(), took, said.usage(), true, "yes");
            case Failed<Sample> failed ->
                new Finding(
                        role,
                        model.name(),
                        took,
                        failed.usage(),
                        false,
                        "no: " + failed.fault().label() + ", " + failed.why());
        };
    }

    private Finding embedded(Role role) {
        var started = System.nanoTime();
        embedder.embed(QUESTION.question());
        var took = Duration.ofNanos(System.nanoTime() - started);
        return new Finding(role, Models.EMBEDDED, took, Usage.NONE, true, "not asked");
    }
}
