package io.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class TestDatabaseTest {

    @Test
    void eachIsFreshAndMigratedAndUnseenByTheOthers() {
        try (var one = TestDatabase.fresh();
                var other = TestDatabase.fresh()) {
            one.jdbc().sql("create table mine (n int)").update();
            assertThat(tables(one)).contains("mine", "flyway_schema_history");
            assertThat(tables(other)).contains("flyway_schema_history").doesNotContain("mine");
        }
    }

    @Test
    void anotherOneTakesMilliseconds() {
        TestDatabase.fresh().close();
        var start = System.nanoTime();
        var databases = 5;
        for (var i = 0; i < databases; i++) {
            TestDatabase.fresh().close();
        }
        var each = Duration.ofNanos((System.nanoTime() - start) / databases);
        // Some 50 ms on two idle cores; the bound only notices a change of kind, not a busy machine.
        assertThat(each).isLessThan(Duration.ofSeconds(1));
    }

    private static List<@Nullable String> tables(TestDatabase database) {
        return database.jdbc()
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
    }
}
