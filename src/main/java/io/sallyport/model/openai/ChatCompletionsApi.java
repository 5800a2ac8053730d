package io.sallyport.model.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.JsonValue;
import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletion.Choice;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionUsage;
import io.sallyport.model.http.VendorHttp;
import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.HttpFaults;
import io.sallyport.model.language.ModelSettings;
import io.sallyport.model.language.RecordSchema;
import io.sallyport.model.language.Reply;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Usage;
import io.sallyport.model.language.VendorClient;
import java.time.Duration;

/** One model behind OpenAI's chat completions. */
final class ChatCompletionsApi implements VendorClient {

    /** The library wants a key; servers of one's own ask for none. */
    private static final String NO_KEY = "none";

    private final OpenAIClient client;
    private final String model;
    private final boolean isOfficial;

    ChatCompletionsApi(OpenAIClient client, String model, boolean isOfficial) {
        this.client = client;
        this.model = model;
        this.isOfficial = isOfficial;
    }

    /** Without the library's own tries: who repeats, when and how often is decided where budgets are known. */
    static OpenAIClient open(String baseUrl, String apiKey, ModelSettings settings) {
        return new OpenAIClientImpl(ClientOptions.builder()
                .httpClient(new OpenAiTransport(VendorHttp.open(settings)))
                .apiKey(apiKey.isBlank() ? NO_KEY : apiKey)
                .baseUrl(baseUrl)
                .maxRetries(0)
                .timeout(settings.timeout())
                .build());
    }

    @Override
    public Reply send(Request<?> request, Duration within) {
        try {
            return written(client.chat().completions().create(parameters(request), within(within)));
        } catch (OpenAIServiceException answered) {
            return HttpFaults.ofStatus(answered.statusCode(), answered.headers().values("retry-after"));
        } catch (OpenAIIoException broken) {
            return HttpFaults.ofException(broken, Fault.UNREACHABLE);
        } catch (OpenAIException unreadable) {
            return HttpFaults.ofException(unreadable, Fault.UNREADABLE);
        }
    }

    private static RequestOptions within(Duration within) {
        return RequestOptions.builder()
                .timeout(Timeout.builder()
                        .connect(VendorHttp.connectTimeout(within))
                        .read(within)
                        .write(within)
                        .request(within)
                        .build())
                .build();
    }

    private ChatCompletionCreateParams parameters(Request<?> request) {
        var parameters = ChatCompletionCreateParams.builder().model(model);
        if (!request.instructions().isBlank()) {
            parameters.addSystemMessage(request.instructions());
        }
        parameters.addUserMessage(request.question());
        limit(parameters, request.longest());
        request.shape().findSchema().ifPresent(schema -> parameters.responseFormat(format(schema)));
        return parameters.build();
    }

    /** OpenAI's reasoning models refuse the older name; many compatible servers, Ollama among them, know only that. */
    @SuppressWarnings("deprecation")
    private void limit(ChatCompletionCreateParams.Builder parameters, int longest) {
        if (isOfficial) {
            parameters.maxCompletionTokens(longest);
        } else {
            parameters.maxTokens(longest);
        }
    }

    private static ResponseFormatJsonSchema format(RecordSchema schema) {
        var document = ResponseFormatJsonSchema.JsonSchema.Schema.builder();
        schema.document().forEach((name, part) -> document.putAdditionalProperty(name, JsonValue.from(part)));
        return ResponseFormatJsonSchema.builder()
                .jsonSchema(ResponseFormatJsonSchema.JsonSchema.builder()
                        .name(schema.name())
                        .strict(true)
                        .schema(document.build())
                        .build())
                .build();
    }

    private static Reply written(ChatCompletion completion) {
        var usage = completion.usage().map(ChatCompletionsApi::usage).orElse(Usage.NONE);
        if (completion.choices().isEmpty()) {
            return new Reply.Written("", Reply.End.OTHER, usage);
        }
        var choice = completion.choices().getFirst();
        return new Reply.Written(choice.message().content().orElse(""), end(choice), usage);
    }

    private static Reply.End end(Choice choice) {
        if (choice.message().refusal().filter(said -> !said.isBlank()).isPresent()) {
            return Reply.End.REFUSED;
        }
        return switch (choice.finishReason().value()) {
            case STOP -> Reply.End.FINISHED;
            case LENGTH -> Reply.End.CUT_OFF;
            case CONTENT_FILTER -> Reply.End.REFUSED;
            case TOOL_CALLS, FUNCTION_CALL, _UNKNOWN -> Reply.End.OTHER;
        };
    }

    /** Here prompt tokens are all of them, the cached ones included. */
    private static Usage usage(CompletionUsage usage) {
        var cached = usage.promptTokensDetails()
                .flatMap(CompletionUsage.PromptTokensDetails::cachedTokens)
                .orElse(0L);
        return new Usage(Math.max(0, usage.promptTokens() - cached), cached, 0, usage.completionTokens());
    }
}
