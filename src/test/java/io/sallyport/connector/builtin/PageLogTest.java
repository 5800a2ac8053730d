package io.sallyport.connector.builtin;

import io.sallyport.connector.Pager;
import io.sallyport.connector.PagerContract;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("database")
class PageLogTest extends PagerContract {

    private final TestDatabase database = TestDatabase.fresh();
    private final BuiltInTools tools = BuiltInTools.of(database.dataSource(), Duration.ofMillis(10), clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Pager pager() {
        return tools.pageLog();
    }

    @Override
    protected List<String> arrived() {
        return tools.pages(10).stream()
                .map(page -> page.caseId() + " " + page.title() + "\n" + page.text())
                .toList();
    }

    @Override
    protected void loseTheNextAnswer() {
        tools.fail(Tool.PAGES, ToolFault.SLOW, 1);
    }

    @Override
    protected void breakTheNextCall() {
        tools.fail(Tool.PAGES, ToolFault.DOWN, 1);
    }

    @Override
    protected void refuseTheNextCall() {
        tools.fail(Tool.PAGES, ToolFault.REFUSES, 1);
    }
}
