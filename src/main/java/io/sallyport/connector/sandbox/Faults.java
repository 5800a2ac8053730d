package io.sallyport.connector.sandbox;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Faults that somebody has asked for, on every node; each is used up when it strikes. */
final class Faults {

    static final String READ = "sandbox/read";
    static final String LOOK_UP = "sandbox/look-up";
    static final String MAIL = "sandbox/mail";

    private final JdbcClient jdbc;
    private final Duration silence;

    /** @param silence how long something that does not answer holds the line */
    Faults(JdbcClient jdbc, Duration silence) {
        this.jdbc = jdbc;
        this.silence = silence;
    }

    void add(String binding, Fault fault, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a fault strikes once or more, not " + times + " times");
        }
        jdbc.sql("INSERT INTO sandbox_fault (binding, kind, times) VALUES (?, ?, ?)")
                .params(binding, fault.label(), times)
                .update();
    }

    void clear() {
        jdbc.sql("DELETE FROM sandbox_fault").update();
    }

    /** Of those set for this binding or for all ({@code *}), the eldest. */
    Optional<Fault> take(String binding) {
        return jdbc.sql("""
                        UPDATE sandbox_fault SET times = times - 1 WHERE id = (
                            SELECT id FROM sandbox_fault WHERE times > 0 AND (binding = :binding
                                OR binding = '*' AND :binding NOT IN ('sandbox/read', 'sandbox/look-up'))
                            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING kind
                        """)
                .param("binding", binding)
                .query(String.class)
                .optional()
                .flatMap(Fault::find);
    }

    /** Says nothing for long, then breaks. */
    Vendor.NoAnswer silence() {
        try {
            Thread.sleep(silence);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new Vendor.NoAnswer("the sandbox did not answer");
    }

    static Vendor.NoAnswer broken(Fault fault) {
        return new Vendor.NoAnswer("the sandbox broke (" + fault.label() + ")");
    }
}
