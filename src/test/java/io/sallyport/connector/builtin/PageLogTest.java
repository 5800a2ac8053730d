package io.sallyport.connector.builtin;

import io.sallyport.connector.Pager;
import io.sallyport.connector.PagerContract;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class PageLogTest extends PagerContract {

    @RegisterExtension
    final BuiltInToolsKit kit = new BuiltInToolsKit(clock, Tool.PAGES);

    @Override
    protected Pager pager() {
        return kit.tools().pageLog();
    }

    @Override
    protected List<String> arrived() {
        return kit.tools().pages(10).stream()
                .map(page -> page.caseId() + " " + page.title() + "\n" + page.text())
                .toList();
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
}
