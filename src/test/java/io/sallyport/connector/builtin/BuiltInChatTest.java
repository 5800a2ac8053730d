package io.sallyport.connector.builtin;

import io.sallyport.connector.TeamChat;
import io.sallyport.connector.TeamChatContract;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class BuiltInChatTest extends TeamChatContract {

    @RegisterExtension
    final BuiltInToolsKit kit = new BuiltInToolsKit(clock, Tool.CHAT);

    @Override
    protected TeamChat chat() {
        return kit.tools().chat();
    }

    @Override
    protected List<String> posts() {
        return kit.tools().posts(10).stream().map(TeamNotice::text).toList();
    }

    @Override
    protected void loseTheNextAnswer() {
        kit.next(ToolFault.ACCEPTS_BUT_SAYS_NO);
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
