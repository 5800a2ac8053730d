package io.sallyport.connector.builtin;

import io.sallyport.connector.IssueTracker;
import io.sallyport.connector.Pager;
import io.sallyport.connector.TeamChat;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The built-in tracker, chat and page log on a database: their ports, and what people do with them. May be shared. */
public final class BuiltInTools {

    private final ToolFaults faults;
    private final NoticeRows notices;
    private final ToolCalls calls;
    private final IssueRows issues;
    private final InstantSource clock;

    private BuiltInTools(DataSource dataSource, Duration silence, InstantSource clock) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        this.faults = new ToolFaults(jdbc);
        this.notices = new NoticeRows(jdbc, clock);
        this.calls = new ToolCalls(dataSource, faults, silence, clock);
        this.issues = new IssueRows(jdbc);
        this.clock = clock;
    }

    /** @param silence how long a tool that is made slow holds the line */
    public static BuiltInTools of(DataSource dataSource, Duration silence, InstantSource clock) {
        return new BuiltInTools(dataSource, silence, clock);
    }

    public IssueTracker tracker() {
        return new BuiltInTracker(issues, calls, clock);
    }

    public TeamChat chat() {
        return new BuiltInChat(notices, calls);
    }

    public Pager pageLog() {
        return new PageLog(notices, calls);
    }

    public IssueBook issues() {
        return new IssueBook(issues, calls, clock);
    }

    /** Newest first. */
    public List<TeamNotice> posts(int limit) {
        return notices.posts(limit);
    }

    /** Newest first. */
    public List<TeamNotice> pages(int limit) {
        return notices.pages(limit);
    }

    /** Makes the next calls fail. */
    public void fail(Tool tool, ToolFault fault, int times) {
        faults.add(tool, fault, times);
    }

    public void heal() {
        faults.clear();
    }
}
