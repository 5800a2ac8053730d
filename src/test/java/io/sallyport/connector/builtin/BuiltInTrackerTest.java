package io.sallyport.connector.builtin;

import io.sallyport.casefile.IssueNews;
import io.sallyport.connector.IssueTracker;
import io.sallyport.connector.IssueTrackerContract;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class BuiltInTrackerTest extends IssueTrackerContract {

    @RegisterExtension
    final BuiltInToolsKit kit = new BuiltInToolsKit(clock, Tool.TRACKER);

    @Override
    protected IssueTracker tracker() {
        return kit.tools().tracker();
    }

    @Override
    protected List<String> issues() {
        return kit.tools().issues().list(false, 10).stream().map(Issue.Line::id).toList();
    }

    @Override
    protected int casesOf(String issue) {
        return kit.tools().issues().load(issue).cases().size();
    }

    @Override
    protected void loseTheNextAnswer() {
        kit.next(ToolFault.SLOW);
    }

    @Override
    protected void breakTheNextCall() {
        kit.next(ToolFault.DOWN);
    }

    @Override
    protected void refuseTheNextCall() {
        kit.next(ToolFault.REFUSES);
    }

    @Override
    protected void move(String issue, IssueNews.State state, String note) {
        kit.tools().issues().move(issue, state, note, "Noor");
    }

    @Override
    protected void noteInternally(String issue, String note) {
        kit.tools().issues().comment(issue, "Noor", note, false);
    }
}
