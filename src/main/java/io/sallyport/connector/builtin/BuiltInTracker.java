package io.sallyport.connector.builtin;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.IssueNews.State;
import io.sallyport.connector.IssueTracker;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Permit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Issues as rows. */
final class BuiltInTracker implements IssueTracker {

    /** Who reopens an issue that a customer says is not mended. */
    static final String DESK = "sallyport";

    private final IssueRows rows;
    private final ToolCalls calls;
    private final InstantSource clock;

    BuiltInTracker(IssueRows rows, ToolCalls calls, InstantSource clock) {
        this.rows = rows;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Delivery file(Permit permit, Errand issue) {
        return calls.write(
                permit,
                Tool.TRACKER,
                issue,
                () -> once(permit, () -> {
                    long number = rows.findOpen(issue.onto()).orElseGet(() -> rows.insert(issue, clock.instant()));
                    rows.insertCase(number, permit, issue, clock.instant());
                    return Optional.of(number);
                }));
    }

    @Override
    public Delivery add(Permit permit, Errand link) {
        return calls.write(
                permit,
                Tool.TRACKER,
                link,
                () -> once(
                        permit,
                        () -> IssueRows.number(link.onto())
                                .filter(number -> rows.findState(number).isPresent())
                                .map(number -> {
                                    Instant now = clock.instant();
                                    rows.insertCase(number, permit, link, now);
                                    reopen(number, link, now);
                                    return number;
                                })));
    }

    private void reopen(long number, Errand link, Instant now) {
        switch (rows.findState(number).orElseThrow()) {
            case OPEN, ANSWERED -> {}
            case FIXED, DECLINED -> {
                rows.move(number, State.OPEN, now);
                rows.insertEntry(number, DESK, false, true, State.OPEN, link.title(), now);
            }
        }
    }

    private Optional<String> once(Permit permit, Supplier<Optional<Long>> work) {
        rows.lock();
        return rows.findByEffect(permit.effectId()).or(() -> work.get().map(IssueRows::id));
    }

    @Override
    public LookUp lookUp(String effectId) {
        return calls.lookUp(Tool.TRACKER, () -> rows.findByEffect(effectId));
    }

    @Override
    public List<IssueNews> newsAfter(String after, int limit) {
        long entry = after.isEmpty() ? 0 : Long.parseLong(after);
        return calls.read(Tool.TRACKER, () -> rows.newsAfter(entry, limit));
    }
}
