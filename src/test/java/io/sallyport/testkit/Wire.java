package io.sallyport.testkit;

import com.sun.net.httpserver.HttpExchange;
import io.sallyport.model.language.Usage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The two protocols that {@link StubModels} speaks, as far as a client reads them.  */
enum Wire {
    MESSAGES {
        @Override
        String key(HttpExchange exchange) {
            return Objects.toString(exchange.getRequestHeaders().getFirst("x-api-key"), "");
        }

        @Override
        String whole(String text, Usage usage) {
            return message(List.of(Map.of("type", "text", "text", text)), "end_turn", usage);
        }

        @Override
        String cutOff(String text) {
            return message(List.of(Map.of("type", "text", "text", text)), "max_tokens");
        }

        @Override
        String refusal() {
            return message(List.of(), "refusal");
        }

        @Override
        String toolUse() {
            var use = Map.of("type", "tool_use", "id", "toolu_1", "name", "refund", "input", Map.of());
            return message(List.of(use), "tool_use");
        }

        @Override
        String error(int status) {
            return json(Map.of("type", "error", "error", Map.of("type", "stub_error", "message", "status " + status)));
        }

        private String message(List<?> content, String reason) {
            return message(content, reason, USUAL);
        }

        private String message(List<?> content, String reason, Usage usage) {
            return json(Map.ofEntries(
                    Map.entry("id", "msg_1"),
                    Map.entry("type", "message"),
                    Map.entry("role", "assistant"),
                    Map.entry("model", "stub"),
                    Map.entry("content", content),
                    Map.entry("stop_reason", reason),
                    Map.entry(
                            "usage",
                            Map.of(
                                    "input_tokens", usage.input(),
                                    "cache_read_input_tokens", usage.cacheRead(),
                                    "cache_creation_input_tokens", usage.cacheWritten(),
                                    "output_tokens", usage.output()))));
        }
    },

    CHAT_COMPLETIONS {
        @Override
        String key(HttpExchange exchange) {
            return Objects.toString(exchange.getRequestHeaders().getFirst("authorization"), "")
                    .replace("Bearer ", "");
        }

        @Override
        String whole(String text, Usage usage) {
            return completion(Map.of("role", "assistant", "content", text), "stop", usage);
        }

        @Override
        String cutOff(String text) {
            return completion(Map.of("role", "assistant", "content", text), "length");
        }

        @Override
        String refusal() {
            return completion(Map.of("role", "assistant", "refusal", "I cannot help with that."), "stop");
        }

        @Override
        String toolUse() {
            var call =
                    Map.of("id", "call_1", "type", "function", "function", Map.of("name", "refund", "arguments", "{}"));
            return completion(Map.of("role", "assistant", "tool_calls", List.of(call)), "tool_calls");
        }

        @Override
        String error(int status) {
            return json(Map.of("error", Map.of("type", "stub_error", "message", "status " + status)));
        }

        private String completion(Map<String, ?> message, String reason) {
            return completion(message, reason, USUAL);
        }

        private String completion(Map<String, ?> message, String reason, Usage usage) {
            return json(Map.of(
                    "id",
                    "chatcmpl-1",
                    "object",
                    "chat.completion",
                    "created",
                    0,
                    "model",
                    "stub",
                    "choices",
                    List.of(Map.of("index", 0, "message", message, "finish_reason", reason)),
                    "usage",
                    Map.of(
                            "prompt_tokens",
                            usage.allInput(),
                            "prompt_tokens_details",
                            Map.of("cached_tokens", usage.cacheRead()),
                            "completion_tokens",
                            usage.output(),
                            "total_tokens",
                            usage.all())));
        }
    };

    /** Of every answer that says nothing else. */
    static final Usage USUAL = new Usage(40, 100, 0, 12);

    abstract String key(HttpExchange exchange);

    final String whole(String text) {
        return whole(text, USUAL);
    }

    abstract String whole(String text, Usage usage);

    abstract String cutOff(String text);

    abstract String refusal();

    abstract String toolUse();

    abstract String error(int status);

    private static String json(Object body) {
        return new JsonMapper().writeValueAsString(body);
    }
}
