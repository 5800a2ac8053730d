package io.sallyport.model.language;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.Answer.Said;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of one record: checked against the schema that was sent, then read. */
final class Form<A extends Record> implements Shape<A> {

    private static final int MOST_SAID = 3;

    private static final JsonMapper WHOLE = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final JsonMapper BEGINNING = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Class<A> type;
    private final RecordSchema sent;
    private final Schema checked;

    Form(Class<A> type) {
        this.type = type;
        this.sent = RecordSchema.of(type);
        this.checked = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new ByteArrayInputStream(WHOLE.writeValueAsBytes(sent.document())), InputFormat.JSON);
    }

    @Override
    public Optional<RecordSchema> findSchema() {
        return Optional.of(sent);
    }

    @Override
    public Answer<A> read(String text, Usage usage) {
        if (!isJson(text)) {
            return holdsJson(text)
                    ? new Failed<>(Fault.EXTRA_TEXT, "there are words around the JSON", usage)
                    : new Failed<>(Fault.UNREADABLE, "the answer is no JSON", usage);
        }
        var errors = checked.validate(text, InputFormat.JSON);
        return errors.isEmpty() ? value(text, usage) : new Failed<>(Fault.WRONG_SCHEMA, places(errors), usage);
    }

    private Answer<A> value(String text, Usage usage) {
        try {
            return new Said<>(WHOLE.readValue(text, type), usage);
        } catch (JacksonException _) {
            return new Failed<>(
                    Fault.WRONG_SCHEMA, "what it holds is no " + type.getSimpleName() + " that we can accept", usage);
        }
    }

    private static boolean isJson(String text) {
        try {
            return !WHOLE.readTree(text).isMissingNode();
        } catch (JacksonException _) {
            return false;
        }
    }

    /** A first brace that opens no object leaves the text unreadable, whatever comes after it. */
    private static boolean holdsJson(String text) {
        var brace = text.indexOf('{');
        try {
            return brace >= 0 && BEGINNING.readTree(text.substring(brace)).isObject();
        } catch (JacksonException _) {
            return false;
        }
    }

    /** Where and against which rule; the values stay out, they may be a customer's words. */
    private static String places(List<Error> errors) {
        return errors.stream()
                .limit(MOST_SAID)
                .map(error -> "'" + error.getInstanceLocation() + "' breaks the rule '" + error.getKeyword() + "'")
                .collect(Collectors.joining(", "));
    }
}
