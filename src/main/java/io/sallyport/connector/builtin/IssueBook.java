package io.sallyport.connector.builtin;

import io.sallyport.casefile.IssueNews.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What people see and do in the built-in tracker. May be shared between threads. */
public final class IssueBook {

    private final IssueRows rows;
    private final ToolCalls calls;
    private final InstantSource clock;

    IssueBook(IssueRows rows, ToolCalls calls, InstantSource clock) {
        this.rows = rows;
        this.calls = calls;
        this.clock = clock;
    }

    /** Those that changed last first. */
    public List<Issue.Line> list(boolean onlyOpen, int limit) {
        return rows.list(onlyOpen, limit);
    }

    public Optional<Issue> find(String id) {
        return IssueRows.number(id).flatMap(rows::find);
    }

    /** @throws IllegalArgumentException when there is no such issue */
    public Issue load(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no issue '" + id + "'"));
    }

    /**
     * Says something of an issue.
     *
     * @param isPublic whether the customers of its cases are told, word for word
     */
    public void comment(String id, String by, String text, boolean isPublic) {
        demand(text, "a comment needs words");
        enter(id, by, text, isPublic, Optional.empty());
    }

    /**
     * Moves it on. Customers are told the note, word for word.
     *
     * @param note may be empty only where the state says it all: fixed, or open again
     */
    public void move(String id, State state, String note, String by) {
        switch (state) {
            case ANSWERED -> demand(note, "an answer needs the words that customers are to read");
            case DECLINED -> demand(note, "say in the note why nothing is done: customers are told");
            case OPEN, FIXED -> {}
        }
        enter(id, by, note, !note.isBlank() && state != State.OPEN, Optional.of(state));
    }

    private static void demand(String text, String otherwise) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private void enter(String id, String by, String text, boolean isPublic, Optional<State> moved) {
        demand(by, "say who says so");
        Issue seen = load(id);
        long number = IssueRows.number(seen.id()).orElseThrow();
        calls.inTransaction(() -> {
            rows.lock();
            Instant now = clock.instant();
            State before = rows.findState(number).orElseThrow();
            State state = moved.orElse(before);
            rows.move(number, state, now);
            rows.insertEntry(number, by.strip(), isPublic, state != before, state, text.strip(), now);
            return state;
        });
    }
}
