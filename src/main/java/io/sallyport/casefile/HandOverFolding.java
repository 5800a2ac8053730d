package io.sallyport.casefile;

import io.sallyport.casefile.ErrandWork.Done;
import io.sallyport.casefile.ErrandWork.Dropped;
import io.sallyport.casefile.ErrandWork.Planned;
import io.sallyport.casefile.ErrandWork.Stage;
import io.sallyport.casefile.ErrandWork.Underway;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each fact changes in what surrounds a case while people have it. */
final class HandOverFolding {

    private HandOverFolding() {}

    /** Handing over what people have already opens no second hand-over. */
    static void escalated(Changes now, CaseEvent event, String queue) {
        if (!(now.before.standing() instanceof Standing.WithPeople)) {
            now.handOver.beginAnew(event.seq(), queue);
            afterWhoHasIt(now);
        }
    }

    /** What was about to be told comes after that; what could not be told is for those who have the case now. */
    private static void afterWhoHasIt(Changes now) {
        BridgeWork bridge = now.before.bridge();
        if (now.handOver.untold.isEmpty() && bridge.isOpen() && bridge.isTellingNews()) {
            now.handOver.untold = now.handOver.telling;
        }
        now.handOver.telling = Optional.empty();
    }

    /** A person has it whom nobody gave it: they get a packet, and are reminded, like any other. */
    static void takenFromWork(Changes now, CaseEvent event, String queue) {
        now.handOver.beginAnew(event.seq(), queue);
        takenUp(now);
    }

    /** A brief, and what a person gave back to the machine, are of the words that had been read; so is what engineering has. */
    static void received(Changes now) {
        now.handOver.isCurrent = false;
        now.handOver.isTracked &= !now.before.handOver().isForEngineering();
        now.handOver.brief = Optional.empty();
        now.handOver.waived = Set.of();
    }

    static void briefed(Changes now, Brief brief) {
        now.handOver.brief = Optional.of(brief);
        now.handOver.isCurrent = false;
    }

    static void packaged(Changes now, Packet packet) {
        now.handOver.packet = Optional.of(packet);
        now.handOver.isCurrent = true;
        if (isAnsweredElsewhere(now.before)) {
            return;
        }
        now.handOver.remindAt = now.handOver
                .remindAt
                .filter(packet.ask().by()::isAfter)
                .or(() -> Optional.of(packet.ask().by()));
    }

    /** Whoever has it wrote last, in another program: nothing is to be decided until the customer writes. */
    private static boolean isAnsweredElsewhere(CaseRecord record) {
        Message last = record.messages().getLast();
        return record.isTakenOver()
                && last.author() == Message.Author.PERSON
                && record.findEffect(last.id()).isEmpty();
    }

    /** Whose reminders had ended begins anew with the packet. */
    static void released(Changes now) {
        now.handOver.isCurrent = now.handOver.isCurrent && now.handOver.remindAt.isPresent();
    }

    static void paged(Changes now, Optional<Errand> page) {
        now.handOver.isPaged = true;
        now.handOver.plan(page.stream().toList());
    }

    /** Somebody is called again, and for an owner's case, too. */
    static void noticed(Changes now, List<Trigger> added) {
        if (added.stream().anyMatch(trigger -> HandOver.CALLED_FOR.contains(trigger.kind()))) {
            now.handOver.isPaged = false;
        }
    }

    static void errandsPlanned(Changes now, List<Errand> errands) {
        now.handOver.isTracked = true;
        now.handOver.plan(errands);
    }

    static void reminded(Changes now, Fact.Reminded reminded) {
        now.handOver.reminders = reminded.count();
        now.handOver.remindAt = Optional.of(reminded.nextAt());
        now.handOver.plan(reminded.errands());
    }

    /** Whoever took it up will be reminded at the same time, from the first, and nobody else need be called. */
    static void takenUp(Changes now) {
        now.handOver.reminders = 0;
        now.handOver.isPaged = true;
    }

    /** The next word is the customer's: nobody is to be reminded of anything but a plan that is still before its people. */
    static void answered(Changes now) {
        now.handOver.reminders = 0;
        if (!(now.action instanceof ActionWork.Held)) {
            HeldFolding.over(now);
        }
    }

    /** Nothing is to be decided any more; whom nobody has told by now need not be told. */
    static void resolved(Changes now) {
        HeldFolding.over(now);
        now.handOver.correction = now.handOver.correction.map(by -> by.asUnheard(false));
        now.handOver.move(
                work -> work.stage() instanceof Planned, _ -> new Dropped("the case was over before it could be done"));
    }

    static void returned(Changes now) {
        Stream<Trigger> routed = now.before.findings().route().map(Route::triggers).orElse(List.of()).stream();
        Stream<Trigger> handed = now.before.standing() instanceof Standing.WithPeople people
                ? people.triggers().stream()
                : Stream.empty();
        resolved(now);
        now.handOver.waived = Stream.concat(routed, handed).map(Trigger::kind).collect(Collectors.toUnmodifiableSet());
    }

    static void putOff(Changes now, Fact.ErrandPutOff putOff) {
        now.handOver.move(work -> work.errand().id().equals(putOff.errand()), work -> later(work, putOff));
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
        now.handOver.move(work -> work.errand().id().equals(dropped.errand()), _ -> new Dropped(dropped.why()));
    }

    static void intended(Changes now, Errand errand, String effectId) {
        now.handOver.move(
                work -> work.errand().equals(errand),
                work -> new Underway(effectId, work.attempts(), Optional.empty()));
    }

    static void foundAbsent(Changes now, String effectId) {
        now.handOver.move(
                work -> work.isUnderwayAs(effectId),
                work -> new Planned(work.attempts(), Optional.empty(), "it never arrived"));
    }

    static void settled(Changes now, String effectId, Delivery delivery) {
        Stage end = switch (delivery) {
            case Delivery.Accepted(String remoteId) -> new Done(effectId, remoteId);
            case Delivery.Refused(String why) -> new Dropped("the other side refused it: " + why);
            case Delivery.Unknown(String why) -> new Dropped("outcome unknown: " + why);
        };
        now.handOver.move(work -> work.isUnderwayAs(effectId), _ -> end);
        if (end instanceof Done && isIssue(now.before.handOver(), effectId)) {
            now.handOver.isTracked &= !TrackedWords.isBehind(now.before);
        }
    }

    private static boolean isIssue(HandOver handOver, String effectId) {
        return handOver.errands().stream()
                .anyMatch(work -> work.isUnderwayAs(effectId) && work.errand().kind() == Errand.Kind.ISSUE);
    }

    /** What is being told is the newest that there is; where nobody knows who wrote, nobody is told. */
    static void telling(Changes now) {
        now.handOver.untold = Optional.empty();
        now.handOver.telling =
                now.handOver.news.filter(_ -> !now.before.ticket().customer().isBlank());
    }

    static void worded(Changes now) {
        if (now.before.bridge().findRound().stream().anyMatch(round -> round.occasion() == BridgeWork.Occasion.NEWS)) {
            telling(now);
        }
    }

    /** The packet and the clock go by it, and engineering gets what is theirs. A person's word stands while people have the case or are to. */
    static void corrected(Changes now, CaseEvent event, Fact.Reclassified corrected) {
        now.handOver.isCurrent = false;
        now.handOver.isTracked &= corrected.category().isEmpty();
        if (event.actor().kind() != Actor.Kind.PERSON) {
            return;
        }
        Optional<HandOver.Correction> before = now.handOver.correction;
        now.handOver.correction = Optional.of(new HandOver.Correction(
                corrected.category().or(() -> before.flatMap(HandOver.Correction::category)),
                corrected.priority().or(() -> before.flatMap(HandOver.Correction::priority)),
                Stream.concat(
                                before.flatMap(HandOver.Correction::outOf).stream(),
                                now.before.findings().triage().map(Triage::priority).stream())
                        .min(Comparator.naturalOrder()),
                corrected.why(),
                before.stream().anyMatch(HandOver.Correction::isUnheard)));
    }

    /** What is read anew is as people corrected it, but for words that are graver than those that they had read. */
    static Triage asCorrected(Changes now, Triage triage, Instant at) {
        return now.handOver
                .correction
                .filter(by -> by.isUnheard() || now.standing instanceof Standing.WithPeople)
                .map(by -> triage.corrected(
                        by.category(),
                        by.priority()
                                .filter(_ -> by.outOf().stream()
                                        .noneMatch(read -> triage.priority().compareTo(read) < 0)),
                        by.why(),
                        at))
                .orElse(triage);
    }

    static void movedTo(Changes now, String queue) {
        now.handOver.queue = queue;
    }

    /** They have arrived, or a person takes on what had not. */
    static void told(Changes now) {
        now.handOver.telling = Optional.empty();
    }

    static void noted(Changes now, CaseEvent event, Fact.NoteAdded added) {
        now.handOver.notes.add(new Note(event.actor().name(), event.at(), added.text(), added.mentions()));
    }

    static void merged(Changes now, CaseId into) {
        resolved(now);
        now.handOver.mergedInto = Optional.of(into);
    }

    /** Whoever has it finds there what the customer said elsewhere, and need not ask for it again. */
    static void absorbed(Changes now, Fact.CaseAbsorbed absorbed) {
        now.handOver.absorbed.addAll(absorbed.thread());
        now.handOver.isCurrent = false;
    }
}
