package io.sallyport.testkit;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Priority;
import io.sallyport.model.anthropic.AnthropicVendor;
import io.sallyport.model.language.ModelSettings;
import io.sallyport.model.language.Purpose;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Shape;
import io.sallyport.model.language.Vendor;
import io.sallyport.model.openai.OllamaVendor;
import io.sallyport.model.openai.OpenAiVendor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings, vendors and questions for tests that ask {@link StubModels}. */
public final class ModelKit {

    public static final CaseId CASE = new CaseId("SP-0123456789");

    private ModelKit() {}

    /**
     * Every role embedded, all three vendors at stubs, but for what is said.
     *
     * @param more without the prefix {@code sallyport.models.}
     */
    public static ModelSettings settings(StubModels anthropic, StubModels openai, Map<String, String> more) {
        var all = new HashMap<String, String>();
        List.of("triage", "specialist", "verifier", "escalation", "qa", "analyst")
                .forEach(role -> all.put("sallyport.models." + role, "embedded"));
        all.put("sallyport.models.anthropic.api-key", "key");
        all.put("sallyport.models.anthropic.base-url", anthropic.address());
        all.put("sallyport.models.openai.api-key", "key");
        all.put("sallyport.models.openai.base-url", openai.versionedAddress());
        all.put("sallyport.models.ollama.base-url", openai.versionedAddress());
        more.forEach((name, value) -> all.put("sallyport.models." + name, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("sallyport.models", ModelSettings.class);
    }

    public static List<Vendor> vendors(ModelSettings settings) {
        return List.of(new AnthropicVendor(settings), new OpenAiVendor(settings), new OllamaVendor(settings));
    }

    public static Purpose purpose(Priority priority) {
        return new Purpose.OfCase("triage", CASE, Lane.ANSWER, priority);
    }

    public static Request<String> question() {
        return new Request<>(purpose(Priority.P3), "Be brief.", "Where is my invoice?", Shape.words(), 200);
    }
}
