package io.sallyport.casefile;

import io.sallyport.casefile.ErrandWork.Done;
import io.sallyport.casefile.ErrandWork.Dropped;
import io.sallyport.casefile.ErrandWork.Planned;
import io.sallyport.casefile.ErrandWork.Stage;
import io.sallyport.casefile.ErrandWork.Underway;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each fact changes in what surrounds a case while people have it. */
final class HandOverFolding {

    private HandOverFolding() {}

    /** Handing over what people have already opens no second hand-over. */
    static void escalated(Changes now, CaseEvent event, String queue) {
        if (now.before.standing() instanceof Standing.WithPeople) {
            return;
        }
        HandOver old = now.handOver;
        now.handOver = new HandOver(
                event.seq(),
                queue,
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                false,
                old.errands(),
                0,
                Optional.empty(),
                old.news(),
                old.untold(),
                old.notes(),
                old.waived(),
                old.mergedInto(),
                old.cluster());
    }

    /** What a person gave back to the machine they gave back for the words they had read. */
    static void received(Changes now) {
        now.handOver = now.handOver.outOfDate();
    }

    static void briefed(Changes now, Brief brief) {
        now.handOver = now.handOver.with(brief);
    }

    static void packaged(Changes now, Packet packet) {
        now.handOver = now.handOver.with(packet);
    }

    static void paged(Changes now, Optional<Errand> page) {
        now.handOver =
                now.handOver.paged().with(plus(now.handOver, page.stream().toList()));
    }

    static void errandsPlanned(Changes now, List<Errand> errands) {
        now.handOver = now.handOver.tracked().with(plus(now.handOver, errands));
    }

    static void reminded(Changes now, Fact.Reminded reminded) {
        now.handOver = now.handOver
                .reminded(reminded.count(), Optional.of(reminded.nextAt()))
                .with(plus(now.handOver, reminded.errands()));
    }

    /** Whoever took it up will be reminded at the same time, from the first. */
    static void takenUp(Changes now) {
        now.handOver = now.handOver.reminded(0, now.handOver.remindAt());
    }

    /** Nothing is to be decided any more; whom nobody has told by now need not be told. */
    static void resolved(Changes now) {
        now.handOver = now.handOver
                .reminded(0, Optional.empty())
                .with(each(
                        now.handOver,
                        work -> work.stage() instanceof Planned,
                        _ -> new Dropped("the case was over before it could be done")));
    }

    static void returned(Changes now) {
        Stream<Trigger> routed = now.before.findings().route().map(Route::triggers).orElse(List.of()).stream();
        Stream<Trigger> handed = now.before.standing() instanceof Standing.WithPeople people
                ? people.triggers().stream()
                : Stream.empty();
        Set<Trigger.Kind> waived =
                Stream.concat(routed, handed).map(Trigger::kind).collect(Collectors.toUnmodifiableSet());
        resolved(now);
        now.handOver = now.handOver.waiving(waived);
    }

    static void putOff(Changes now, Fact.ErrandPutOff putOff) {
        now.handOver = now.handOver.with(
                each(now.handOver, work -> work.errand().id().equals(putOff.errand()), work -> later(work, putOff)));
    }

    private static Stage later(ErrandWork work, Fact.ErrandPutOff putOff) {
        int attempts = work.attempts() + 1;
        return switch (work.stage()) {
            case Planned _ -> new Planned(attempts, Optional.of(putOff.notBefore()), putOff.why());
            case Underway underway -> new Underway(underway.effectId(), attempts, Optional.of(putOff.notBefore()));
            case Done done -> done;
            case Dropped dropped -> dropped;
        };
    }

    static void dropped(Changes now, Fact.ErrandDropped dropped) {
        now.handOver = now.handOver.with(each(
                now.handOver, work -> work.errand().id().equals(dropped.errand()), _ -> new Dropped(dropped.why())));
    }

    static void intended(Changes now, Errand errand, String effectId) {
        now.handOver = now.handOver.with(each(
                now.handOver,
                work -> work.errand().equals(errand),
                work -> new Underway(effectId, work.attempts(), Optional.empty())));
    }

    static void foundAbsent(Changes now, String effectId) {
        now.handOver = now.handOver.with(each(
                now.handOver,
                work -> work.isUnderwayAs(effectId),
                work -> new Planned(work.attempts(), Optional.empty(), "it never arrived")));
    }

    static void settled(Changes now, String effectId, Delivery delivery) {
        Stage end = switch (delivery) {
            case Delivery.Accepted(String remoteId) -> new Done(effectId, remoteId);
            case Delivery.Refused(String why) -> new Dropped("the other side refused it: " + why);
            case Delivery.Unknown(String why) -> new Dropped("outcome unknown: " + why);
        };
        now.handOver = now.handOver.with(each(now.handOver, work -> work.isUnderwayAs(effectId), _ -> end));
    }

    /** The same news twice is told once. */
    static void moved(Changes now, IssueNews news) {
        boolean isNew = now.handOver.news().stream().noneMatch(last -> last.id().equals(news.id()));
        now.handOver = isNew && NewsText.isWorthTelling(news)
                ? now.handOver.heard(news, Optional.of(news))
                : now.handOver.heard(news);
    }

    /** What is being told is the newest that there is. */
    static void estimated(Changes now) {
        boolean isNews = now.before.bridge().findRound().stream()
                .anyMatch(round -> round.occasion() == BridgeWork.Occasion.NEWS);
        now.handOver = isNews ? now.handOver.told() : now.handOver;
    }

    static void movedTo(Changes now, String queue) {
        now.handOver = now.handOver.inQueue(queue);
    }

    static void toldOtherwise(Changes now) {
        now.handOver = now.handOver.told();
    }

    static void newsDue(Changes now) {
        now.handOver = now.handOver.told();
    }

    static void noted(Changes now, CaseEvent event, Fact.NoteAdded added) {
        var note = new Note(event.actor().name(), event.at(), added.text(), added.mentions());
        now.handOver = now.handOver.with(note);
    }

    static void merged(Changes now, CaseId into) {
        resolved(now);
        now.handOver = now.handOver.mergedInto(into);
    }

    static void joined(Changes now, String cluster) {
        now.handOver = now.handOver.inCluster(cluster);
    }

    private static List<ErrandWork> plus(HandOver handOver, List<Errand> errands) {
        var all = new ArrayList<>(handOver.errands());
        errands.stream()
                .filter(errand -> handOver.findErrand(errand.id()).isEmpty())
                .map(ErrandWork::planned)
                .forEach(all::add);
        return all;
    }

    private static List<ErrandWork> each(
            HandOver handOver, Predicate<ErrandWork> which, Function<ErrandWork, Stage> next) {
        UnaryOperator<ErrandWork> changed = work -> which.test(work) ? work.at(next.apply(work)) : work;
        return handOver.errands().stream().map(changed).toList();
    }
}
