package io.sallyport.model.anthropic;

import com.anthropic.backends.AnthropicBackend;
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.AnthropicClientImpl;
import com.anthropic.client.okhttp.OkHttpClient;
import com.anthropic.core.ClientOptions;
import io.sallyport.model.http.VendorHttp;
import io.sallyport.model.language.ModelSettings;
import io.sallyport.model.language.Vendor;
import io.sallyport.model.language.VendorClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code anthropic:MODEL}. All its models share one client, and so its connections. */
@Component
public final class AnthropicVendor implements Vendor {

    private final ModelSettings settings;
    private @Nullable AnthropicClient client;

    public AnthropicVendor(ModelSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "anthropic";
    }

    @Override
    public synchronized VendorClient connect(String model) {
        if (settings.anthropic().apiKey().isBlank()) {
            throw new IllegalArgumentException(
                    "there is no key: set ANTHROPIC_API_KEY, or sallyport.models.anthropic.api-key");
        }
        if (client == null) {
            client = open(settings);
        }
        return new MessagesApi(client, model);
    }

    /** Without the library's own tries: who repeats, when and how often is decided where budgets are known. */
    private static AnthropicClient open(ModelSettings settings) {
        var backend = AnthropicBackend.builder()
                .apiKey(settings.anthropic().apiKey())
                .baseUrl(settings.anthropic().baseUrl())
                .build();
        return new AnthropicClientImpl(ClientOptions.builder()
                .httpClient(new OkHttpClient(VendorHttp.open(settings), backend))
                .baseUrl(settings.anthropic().baseUrl())
                .maxRetries(0)
                .timeout(settings.timeout())
                .build());
    }
}
