package io.sallyport.connector.builtin;

import io.sallyport.casefile.IssueNews;
import io.sallyport.connector.IssueTracker;
import io.sallyport.connector.IssueTrackerContract;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("database")
class BuiltInTrackerTest extends IssueTrackerContract {

    private final TestDatabase database = TestDatabase.fresh();
    private final BuiltInTools tools = BuiltInTools.of(database.dataSource(), Duration.ofMillis(10), clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected IssueTracker tracker() {
        return tools.tracker();
    }

    @Override
    protected List<String> issues() {
        return tools.issues().list(false, 10).stream().map(Issue.Line::id).toList();
    }

    @Override
    protected int casesOf(String issue) {
        return tools.issues().load(issue).cases().size();
    }

    @Override
    protected void loseTheNextAnswer() {
        tools.fail(Tool.TRACKER, ToolFault.SLOW, 1);
    }

    @Override
    protected void breakTheNextCall() {
        tools.fail(Tool.TRACKER, ToolFault.DOWN, 1);
    }

    @Override
    protected void refuseTheNextCall() {
        tools.fail(Tool.TRACKER, ToolFault.REFUSES, 1);
    }

    @Override
    protected void move(String issue, IssueNews.State state, String note) {
        tools.issues().move(issue, state, note, "Noor");
    }

    @Override
    protected void noteInternally(String issue, String note) {
        tools.issues().comment(issue, "Noor", note, false);
    }
}
