package io.sallyport.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request's body, read by hand so that every mistake can be named with its place.
 *
 * @param text the body as it came, the base of a request's fingerprint
 */
record JsonBody(String text, JsonNode root) {

    /** Far above any letter, far below what would hurt: attachments travel elsewhere. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** @throws Problem when it is not one JSON document of a size we take */
    static JsonBody of(HttpServletRequest request) throws IOException {
        return of(read(request));
    }

    /** @throws Problem when the text is not one JSON document */
    static JsonBody of(String text) {
        return new JsonBody(text, parsed(text));
    }

    /** The body as it came. @throws Problem when it is not declared to be JSON, too large, or no UTF-8 */
    static String read(HttpServletRequest request) throws IOException {
        demandJson(request);
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw Problem.tooLarge(MOST_BYTES);
        }
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Problem.tooLarge(MOST_BYTES);
        }
        return decoded(bytes);
    }

    private static void demandJson(HttpServletRequest request) {
        String declared = request.getContentType();
        try {
            if (declared != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(declared))) {
                return;
            }
        } catch (InvalidMediaTypeException _) {
            // Told apart from nothing below: the sender sees what it declared.
        }
        throw Problem.wrongContentType(declared == null ? "none" : "'" + declared + "'");
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw Problem.unreadable("The body is not UTF-8.");
        }
    }

    private static JsonNode parsed(String text) {
        if (text.isBlank()) {
            throw Problem.unreadable("The body is empty; expected a JSON object.");
        }
        try {
            return STRICT.readTree(text);
        } catch (JacksonException broken) {
            String place = Optional.ofNullable(broken.getLocation())
                    .map(JsonBody::place)
                    .orElse("");
            throw Problem.unreadable(place + withoutSource(broken.getOriginalMessage()));
        }
    }

    private static String place(TokenStreamLocation location) {
        return "Line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    /** The parser appends where it read from; the place is said already. */
    private static String withoutSource(String message) {
        int source = message.indexOf("\n at [");
        return (source < 0 ? message : message.substring(0, source)).strip();
    }
}
