package io.sallyport.connector.builtin;

import io.sallyport.connector.TeamChat;
import io.sallyport.connector.TeamChatContract;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("database")
class BuiltInChatTest extends TeamChatContract {

    private final TestDatabase database = TestDatabase.fresh();
    private final BuiltInTools tools = BuiltInTools.of(database.dataSource(), Duration.ofMillis(10), clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected TeamChat chat() {
        return tools.chat();
    }

    @Override
    protected List<String> posts() {
        return tools.posts(10).stream().map(TeamNotice::text).toList();
    }

    @Override
    protected void loseTheNextAnswer() {
        tools.fail(Tool.CHAT, ToolFault.ACCEPTS_BUT_SAYS_NO, 1);
    }

    @Override
    protected void breakTheNextCall() {
        tools.fail(Tool.CHAT, ToolFault.DOWN, 1);
    }

    @Override
    protected void refuseTheNextCall() {
        tools.fail(Tool.CHAT, ToolFault.REFUSES, 1);
    }
}
