package io.sallyport.connector.builtin;

import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The built-in tools on a database of a test's own, one of which can be in trouble at its next call. */
final class BuiltInToolsKit implements AfterEachCallback {

    private final TestDatabase database = TestDatabase.fresh();
    private final BuiltInTools tools;
    private final Tool tool;

    BuiltInToolsKit(InstantSource clock, Tool tool) {
        this.tools = BuiltInTools.of(database.dataSource(), Duration.ofMillis(10), clock);
        this.tool = tool;
    }

    BuiltInTools tools() {
        return tools;
    }

    void next(ToolFault fault) {
        tools.fail(tool, fault, 1);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        database.close();
    }
}
