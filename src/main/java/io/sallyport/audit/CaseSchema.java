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

/** What an exported case promises to look like: {@code schemas/case-record.schema.json}, JSON Schema 2020-12. */
public final class CaseSchema {

    private static final String RESOURCE = "/schemas/case-record.schema.json";
    private static final int MOST_SAID = 5;

    private static final Schema SCHEMA = load();

    private CaseSchema() {}

    /**
     * The same document, when it keeps the promise.
     *
     * @throws IllegalStateException naming the first places that do not fit
     */
    public static String checked(String export) {
        List<Error> errors = SCHEMA.validate(export, InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("the export does not fit schemas/case-record.schema.json: "
                    + errors.stream()
                            .limit(MOST_SAID)
                            .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                            .collect(Collectors.joining("; ")));
        }
        return export;
    }

    private static Schema load() {
        try (InputStream in = CaseSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + RESOURCE);
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException broken) {
            throw new UncheckedIOException("while reading " + RESOURCE, broken);
        }
    }
}
