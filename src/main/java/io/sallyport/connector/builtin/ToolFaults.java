package io.sallyport.connector.builtin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code tool_fault}. */
final class ToolFaults {

    private final JdbcClient jdbc;

    ToolFaults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Tool tool, ToolFault fault, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a fault strikes once or more, not " + times + " times");
        }
        jdbc.sql("INSERT INTO tool_fault (tool, kind, times) VALUES (?, ?, ?)")
                .params(tool.label(), fault.label(), times)
                .update();
    }

    void clear() {
        jdbc.sql("DELETE FROM tool_fault").update();
    }

    /** Uses up the eldest of these. */
    Optional<ToolFault> take(Tool tool, ToolFault... kinds) {
        List<String> labels = Arrays.stream(kinds).map(ToolFault::label).toList();
        return jdbc.sql("""
                        UPDATE tool_fault SET times = times - 1 WHERE id = (
                            SELECT id FROM tool_fault WHERE times > 0 AND tool = :tool AND kind IN (:kinds)
                            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING kind
                        """)
                .param("tool", tool.label())
                .param("kinds", labels)
                .query(String.class)
                .optional()
                .flatMap(ToolFault::find);
    }
}
