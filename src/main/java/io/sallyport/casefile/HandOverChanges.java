package io.sallyport.casefile;

import io.sallyport.casefile.ErrandWork.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The parts of {@link HandOver} that one event may change, gathered until the new record is made. */
final class HandOverChanges {
    long since;
    String queue;
    Optional<Packet> packet;
    boolean isCurrent;
    Optional<Brief> brief;
    boolean isPaged;
    boolean isTracked;
    final List<ErrandWork> errands;
    int reminders;
    Optional<Instant> remindAt;
    Optional<IssueNews> news;
    Optional<IssueNews> untold;
    Optional<IssueNews> telling;
    final List<Note> notes;
    Set<Trigger.Kind> waived;
    Optional<CaseId> mergedInto;
    Optional<HandOver.Cluster> cluster;
    final List<Message> absorbed;
    Optional<HandOver.Correction> correction;
    final List<HandOver.Parting> partings;
    Optional<Instant> heldSince;

    HandOverChanges(HandOver before) {
        this.since = before.since();
        this.queue = before.queue();
        this.packet = before.packet();
        this.isCurrent = before.isCurrent();
        this.brief = before.brief();
        this.isPaged = before.isPaged();
        this.isTracked = before.isTracked();
        this.errands = new ArrayList<>(before.errands());
        this.reminders = before.reminders();
        this.remindAt = before.remindAt();
        this.news = before.news();
        this.untold = before.untold();
        this.telling = before.telling();
        this.notes = new ArrayList<>(before.notes());
        this.waived = before.waived();
        this.mergedInto = before.mergedInto();
        this.cluster = before.cluster();
        this.absorbed = new ArrayList<>(before.absorbed());
        this.correction = before.correction();
        this.partings = new ArrayList<>(before.partings());
        this.heldSince = before.heldSince();
    }

    /** What belongs to one hand-over begins anew; what colleagues and engineering said, and the correction that called for it, go on. */
    void beginAnew(long event, String named) {
        since = event;
        queue = named;
        packet = Optional.empty();
        isCurrent = false;
        brief = Optional.empty();
        isPaged = false;
        isTracked = false;
        reminders = 0;
        remindAt = Optional.empty();
        correction = correction.filter(HandOver.Correction::isUnheard).map(heard -> heard.asUnheard(false));
    }

    /** Each errand once, however often it is planned. */
    void plan(List<Errand> planned) {
        for (Errand errand : planned) {
            if (errands.stream().noneMatch(work -> work.errand().id().equals(errand.id()))) {
                errands.add(ErrandWork.planned(errand));
            }
        }
    }

    void move(Predicate<ErrandWork> which, Function<ErrandWork, Stage> next) {
        errands.replaceAll(work -> which.test(work) ? work.at(next.apply(work)) : work);
    }

    HandOver handOver() {
        return new HandOver(
                since,
                queue,
                packet,
                isCurrent,
                brief,
                isPaged,
                isTracked,
                errands,
                reminders,
                remindAt,
                news,
                untold,
                telling,
                notes,
                waived,
                mergedInto,
                cluster,
                absorbed,
                correction,
                partings,
                heldSince);
    }
}
