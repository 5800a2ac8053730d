package io.sallyport.model.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.RequestOptions;
import com.anthropic.core.Timeout;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlock;
import com.anthropic.models.messages.TextBlockParam;
import io.sallyport.model.http.VendorHttp;
import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.HttpFaults;
import io.sallyport.model.language.RecordSchema;
import io.sallyport.model.language.Reply;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Usage;
import io.sallyport.model.language.VendorClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** One model of Anthropic's. The instructions are marked for caching: they are the same for every case. */
final class MessagesApi implements VendorClient {

    private final AnthropicClient client;
    private final String model;

    MessagesApi(AnthropicClient client, String model) {
        this.client = client;
        this.model = model;
    }

    @Override
    public Reply send(Request<?> request, Duration within) {
        try {
            return written(client.messages().create(parameters(request), within(within)));
        } catch (AnthropicServiceException answered) {
            return HttpFaults.ofStatus(answered.statusCode(), answered.headers().values("retry-after"));
        } catch (AnthropicIoException broken) {
            return HttpFaults.ofException(broken, Fault.UNREACHABLE);
        } catch (AnthropicException unreadable) {
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

    private MessageCreateParams parameters(Request<?> request) {
        var parameters = MessageCreateParams.builder()
                .model(model)
                .maxTokens(request.longest())
                .addUserMessage(request.question());
        if (!request.instructions().isBlank()) {
            parameters.systemOfTextBlockParams(List.of(TextBlockParam.builder()
                    .text(request.instructions())
                    .cacheControl(CacheControlEphemeral.builder().build())
                    .build()));
        }
        request.shape().findSchema().ifPresent(schema -> parameters.outputConfig(output(schema)));
        return parameters.build();
    }

    private static OutputConfig output(RecordSchema schema) {
        var document = JsonOutputFormat.Schema.builder();
        schema.document().forEach((name, part) -> document.putAdditionalProperty(name, JsonValue.from(part)));
        return OutputConfig.builder()
                .format(JsonOutputFormat.builder().schema(document.build()).build())
                .build();
    }

    private static Reply written(Message message) {
        var text = message.content().stream()
                .flatMap(block -> block.text().stream())
                .map(TextBlock::text)
                .collect(Collectors.joining());
        var end = message.stopReason().map(MessagesApi::end).orElse(Reply.End.OTHER);
        return new Reply.Written(text, end, usage(message.usage()));
    }

    private static Reply.End end(StopReason reason) {
        return switch (reason.value()) {
            case END_TURN, STOP_SEQUENCE -> Reply.End.FINISHED;
            case MAX_TOKENS -> Reply.End.CUT_OFF;
            case REFUSAL -> Reply.End.REFUSED;
            case TOOL_USE, PAUSE_TURN, _UNKNOWN -> Reply.End.OTHER;
        };
    }

    /** Here input tokens are those that no cache served. */
    private static Usage usage(com.anthropic.models.messages.Usage usage) {
        return new Usage(
                usage.inputTokens(),
                usage.cacheReadInputTokens().orElse(0L),
                usage.cacheCreationInputTokens().orElse(0L),
                usage.outputTokens());
    }
}
