package io.sallyport.model.openai;

import com.openai.client.OpenAIClient;
import io.sallyport.model.language.ModelSettings;
import io.sallyport.model.language.Vendor;
import io.sallyport.model.language.VendorClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code openai:MODEL}: OpenAI itself, or the server at {@code sallyport.models.openai.base-url}. */
@Component
public final class OpenAiVendor implements Vendor {

    private final ModelSettings settings;
    private @Nullable OpenAIClient client;

    public OpenAiVendor(ModelSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public synchronized VendorClient connect(String model) {
        var server = settings.openai();
        if (server.apiKey().isBlank() && server.isOfficial()) {
            throw new IllegalArgumentException(
                    "there is no key: set OPENAI_API_KEY, or sallyport.models.openai.api-key;"
                            + " for a server of your own set sallyport.models.openai.base-url");
        }
        if (client == null) {
            client = ChatCompletionsApi.open(server.baseUrl(), server.apiKey(), settings);
        }
        return new ChatCompletionsApi(client, model, server.isOfficial());
    }
}
