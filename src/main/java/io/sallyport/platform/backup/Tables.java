package io.sallyport.platform.backup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a database, as its catalogue knows them. */
final class Tables {

    /** The migrations' own account; a restored database has made its tables by itself. */
    private static final String MIGRATIONS = "flyway_schema_history";

    /** What a new database holds before anybody has used it. */
    private static final Set<String> FILLED_FROM_THE_START =
            Set.of("lane", "knowledge_base", "person_role", "scheduled_tasks");

    private final JdbcClient jdbc;

    Tables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Reference(String from, String to) {}

    record Identity(String table, String column) {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(Tables::quoted).toList());
    }

    /** Each after those that it refers to. */
    List<String> inOrder() {
        List<String> names = jdbc.sql("""
                SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> ? ORDER BY tablename
                """)
                .param(MIGRATIONS)
                .query((row, _) -> row.getString(1))
                .list();
        List<Reference> references = jdbc.sql("""
                SELECT f.relname AS source, t.relname AS target FROM pg_constraint c
                JOIN pg_class f ON f.oid = c.conrelid JOIN pg_class t ON t.oid = c.confrelid
                WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace AND f.oid <> t.oid
                """)
                .query((row, _) -> new Reference(row.getString("source"), row.getString("target")))
                .list();
        List<String> order = new ArrayList<>();
        Set<String> open = new HashSet<>();
        names.forEach(name -> place(name, references, order, open));
        return order;
    }

    private static void place(String name, List<Reference> references, List<String> order, Set<String> open) {
        if (order.contains(name) || !open.add(name)) {
            return;
        }
        references.stream()
                .filter(reference -> reference.from().equals(name))
                .forEach(reference -> place(reference.to(), references, order, open));
        order.add(name);
    }

    /** Those that have values of their own, in the table's order. */
    List<String> columns(String table) {
        return jdbc.sql("""
                SELECT column_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND table_name = ? AND is_generated = 'NEVER'
                ORDER BY ordinal_position
                """).param(table).query((row, _) -> row.getString(1)).list();
    }

    List<Identity> identities() {
        return jdbc.sql("""
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND is_identity = 'YES'
                """)
                .query((row, _) -> new Identity(row.getString("table_name"), row.getString("column_name")))
                .list();
    }

    List<String> schema() {
        return jdbc.sql("SELECT version FROM " + MIGRATIONS + " WHERE success AND version IS NOT NULL ORDER BY version")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Tables in which somebody has left something already, with how much. */
    List<String> used() {
        return inOrder().stream()
                .filter(table -> !FILLED_FROM_THE_START.contains(table))
                .map(table -> table + " has " + count(table) + " rows")
                .filter(said -> !said.endsWith(" has 0 rows"))
                .toList();
    }

    long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + quoted(table))
                .query(Long.class)
                .single();
    }
}
