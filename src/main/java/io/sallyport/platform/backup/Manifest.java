package io.sallyport.platform.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param at when its snapshot was taken
 * @param schema the versions of the migrations that made its tables
 */
public record Manifest(String format, Instant at, List<String> schema, List<Table> tables) {

    static final String FORMAT = "sallyport.backup/1";
    static final String ENTRY = "manifest.json";

    /** @param sha256 of the table's text, hexadecimal */
    public record Table(String name, List<String> columns, long rows, String sha256) {
        public Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    public Manifest {
        schema = List.copyOf(schema);
        tables = List.copyOf(tables);
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
