package io.sallyport.escalation.tracking;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.CaseMoved;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.PersonName;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Unreadable;
import io.sallyport.connector.IssueTracker;
import io.sallyport.escalation.tracking.TrackedIssues.Late;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what engineering says of issues to the cases that belong to them, or that those go on as, each news to each case once,
 * and wakes them. The place up to which the tracker was read moves on only after the cases have it. May be shared between
 * threads and nodes.
 */
public final class FollowUp {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);

    private static final Actor AGENT = Actor.agent("follow-up-agent");
    private static final int BATCH = 100;

    /** A case that moves on between reading and writing so often is written to by a machine gone wild. */
    private static final int TRIES = 20;

    private final IssueTracker tracker;
    private final TrackedIssues issues;
    private final CaseStore cases;

    public FollowUp(IssueTracker tracker, TrackedIssues issues, CaseStore cases) {
        this.tracker = tracker;
        this.issues = issues;
        this.cases = cases;
    }

    /**
     * Asks the tracker what is new, and tells cases that joined an issue after it was answered.
     *
     * @return how many news there were; 0 also when it cannot be asked now
     */
    public int poll() {
        giveLate();
        String name = tracker.getClass().getSimpleName();
        List<IssueNews> news;
        try {
            news = tracker.newsAfter(issues.cursor(name), BATCH);
        } catch (RuntimeException down) {
            LOG.warn("the issue tracker did not say what is new, and is asked again because={}", down.getMessage());
            return 0;
        }
        for (IssueNews one : news) {
            hear(one);
            issues.advance(name, one.id());
        }
        return news.size();
    }

    private void giveLate() {
        List<Late> page;
        var last = Late.BEFORE_ALL;
        do {
            page = issues.lateAfter(last, BATCH);
            page.forEach(late -> give(late.caseId(), late.news()));
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == BATCH);
    }

    /** As the tracker itself says it, or was asked for it; however often it comes. */
    public void hear(IssueNews news) {
        issues.casesOf(news.issue()).forEach(id -> give(id, news));
        issues.heard(news);
    }

    /** A case that cannot be read holds up no other, and is offered it again. */
    private void give(CaseId id, IssueNews news) {
        try {
            giveNow(id, news);
        } catch (RuntimeException broken) {
            if (issues.missed(id, news)) {
                LOG.warn(
                        "a case was not given what engineering said, and is offered it again case={} issue={} because={}",
                        id,
                        news.issue(),
                        Unreadable.because(broken));
            }
        }
    }

    private void giveNow(CaseId id, IssueNews news) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (isTaken(id, news)) {
                issues.given(id, news);
                return;
            }
        }
        throw new IllegalStateException(id + " moved on " + TRIES + " times while it was to hear of " + news.issue());
    }

    /** News of a case that goes on as another belong to whoever has that one, once, whatever its own issue is. */
    private boolean isTaken(CaseId id, IssueNews news) {
        var passed = new HashSet<CaseId>();
        CaseId at = id;
        while (true) {
            passed.add(at);
            List<CaseEvent> events = cases.events(at);
            if (isKnown(events, news)) {
                return true;
            }
            CaseRecord record = CaseRecord.fold(events);
            Optional<CaseId> next = record.handOver().mergedInto().filter(into -> !passed.contains(into));
            if (next.isEmpty()) {
                return isOverdue(events, news) ? note(record, news) : append(record, news);
            }
            at = next.get();
        }
    }

    private static boolean isKnown(List<CaseEvent> events, IssueNews news) {
        return events.stream()
                .anyMatch(event -> event.fact() instanceof Fact.IssueMoved(IssueNews heard)
                        && heard.id().equals(news.id())
                        && heard.issue().equals(news.issue()));
    }

    private boolean isOverdue(List<CaseEvent> events, IssueNews news) {
        return issues.hasNewer(news)
                || events.stream()
                        .anyMatch(event ->
                                event.fact() instanceof Fact.IssueMoved(IssueNews heard) && news.isOlderThan(heard));
    }

    /** On the record of a case that has the newer ones; one that has not is given those, and never this. */
    private boolean note(CaseRecord record, IssueNews old) {
        LOG.info("news of an issue came after newer ones case={} issue={} news={}", record.id(), old.issue(), old.id());
        return record.handOver().news().filter(old::isOlderThan).isEmpty()
                || append(record, List.of(new Entry(AGENT, new Fact.IssueMoved(old))));
    }

    private boolean append(CaseRecord record, IssueNews news) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(AGENT, new Fact.IssueMoved(news)));
        if (record.standing() instanceof Standing.WithPeople people) {
            people.owner().ifPresent(owner -> entries.add(new Entry(AGENT, note(news, owner))));
        }
        return append(record, entries);
    }

    private boolean append(CaseRecord record, List<Entry> entries) {
        try {
            cases.append(record, entries);
            return true;
        } catch (CaseMoved _) {
            return false;
        }
    }

    /** Whoever has the case in hand tells the customer, or not. */
    private static Fact note(IssueNews news, String owner) {
        String said = news.note().isBlank() ? "" : ": " + news.note();
        return new Fact.NoteAdded(
                news.issue() + " is " + news.state().name().toLowerCase(Locale.ROOT) + ", says " + news.by() + said,
                List.of(PersonName.of(owner).folded()));
    }
}
