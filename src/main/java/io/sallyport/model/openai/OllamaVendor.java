package io.sallyport.model.openai;

import com.openai.client.OpenAIClient;
import io.sallyport.model.language.ModelSettings;
import io.sallyport.model.language.Vendor;
import io.sallyport.model.language.VendorClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ollama:MODEL}, through Ollama's chat completions. */
@Component
public final class OllamaVendor implements Vendor {

    private final ModelSettings settings;
    private @Nullable OpenAIClient client;

    public OllamaVendor(ModelSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "ollama";
    }

    @Override
    public synchronized VendorClient connect(String model) {
        if (client == null) {
            client = ChatCompletionsApi.open(settings.ollama().baseUrl(), "", settings);
        }
        return new ChatCompletionsApi(client, model, false);
    }
}
