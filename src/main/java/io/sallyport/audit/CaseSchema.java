package io.sallyport.audit;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** What exported cases and packets promise to look like: {@code schemas/*.schema.json}, JSON Schema 2020-12. */
public final class CaseSchema {

    private static final int MOST_SAID = 5;

    private static final Promise CASE = Promise.of("case-record");
    private static final Promise PACKET = Promise.of("packet");

    private CaseSchema() {}

    /**
     * The same document, when it keeps the promise.
     *
     * @throws IllegalStateException naming the first places that do not fit
     */
    public static String checked(String export) {
        return CASE.checked(export);
    }

    /**
     * The same of a packet's document.
     *
     * @throws IllegalStateException naming the first places that do not fit
     */
    public static String checkedPacket(String export) {
        return PACKET.checked(export);
    }

    private record Promise(String name, Schema schema) {

        static Promise of(String kind) {
            String name = "schemas/" + kind + ".schema.json";
            try (InputStream in = CaseSchema.class.getResourceAsStream("/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("missing from the jar: /" + name);
                }
                return new Promise(
                        name,
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(in, InputFormat.JSON));
            } catch (IOException broken) {
                throw new UncheckedIOException("while reading /" + name, broken);
            }
        }

        String checked(String export) {
            List<Error> errors = schema.validate(export, InputFormat.JSON);
            if (!errors.isEmpty()) {
                throw new IllegalStateException("the export does not fit " + name + ": "
                        + errors.stream()
                                .limit(MOST_SAID)
                                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                                .collect(Collectors.joining("; ")));
            }
            return export;
        }
    }
}
