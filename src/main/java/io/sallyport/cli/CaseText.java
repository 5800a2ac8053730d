package io.sallyport.cli;

import io.sallyport.action.Catalogue;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.AnswerWork.Draft;
import io.sallyport.casefile.AnswerWork.Held;
import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.BridgeWork.Bridge;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore.Summary;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cases as plain text for a terminal. */
final class CaseText {

    private static final int SHOWN_HASH = 12;

    private CaseText() {}

    static String line(Summary line, Instant now) {
        return String.format(
                "%s  %-2s  %-19s  %-18s  %-28s  %s",
                line.id(), line.priority(), line.category(), standing(line, now), line.customer(), line.subject());
    }

    private static String standing(Summary line, Instant now) {
        if (!line.isAwaitingDecision()) {
            return line.standing();
        }
        return line.isOverdue(now) ? "to decide, overdue" : "to decide";
    }

    static String of(CaseRecord record, Catalogue catalogue) {
        var text = new StringJoiner("\n");
        text.add(record.id() + "  version " + record.version() + "  " + standing(record));
        record.findings().triage().map(CaseText::triage).ifPresent(text::add);
        record.findings().screening().stream()
                .flatMap(screening -> screening.warnings().stream())
                .forEach(warning -> text.add("warning: " + warning));
        record.findings().route().stream()
                .flatMap(route -> route.setAside().stream())
                .forEach(word -> text.add("set aside: " + word.kind().label() + ", " + word.because()));
        for (Message message : record.messages()) {
            MessageText.lines(message).forEach(text::add);
        }
        record.action().findPlan().ifPresent(plan -> addPlan(text, record, plan, catalogue));
        addUncertain(text, record);
        record.answer().findDraft().ifPresent(draft -> addDraft(text, draft));
        record.bridge().findBridge().ifPresent(bridge -> addBridge(text, record, bridge));
        record.answer().verdicts().forEach(verdict -> text.add(verdict(verdict)));
        return text.toString();
    }

    static String standing(CaseRecord record) {
        if (record.isNewsHeld()) {
            return "waits for a decision on what engineering said";
        }
        return switch (record.standing()) {
            case Standing.AtWork() -> record.answer() instanceof Held ? waits(record) : "at work";
            case Standing.WithPeople people ->
                "with " + people.owner().orElse("people, queue " + people.queue()) + ": " + people.why();
            case Standing.AwaitingCustomer _ -> "answered";
            case Standing.Resolved resolved -> "resolved by " + resolved.by() + ": " + resolved.how();
            case Standing.Junk junk -> "junk: " + junk.why();
        };
    }

    private static String waits(CaseRecord record) {
        int reminders = record.handOver().reminders();
        return "waits for a decision" + (reminders == 0 ? "" : ", overdue, reminders: " + reminders);
    }

    /** What was sent already stands in the thread. */
    private static void addBridge(StringJoiner text, CaseRecord record, Bridge bridge) {
        if (!(record.bridge() instanceof BridgeWork.Sent)) {
            text.add("")
                    .add("-- to tell the customer meanwhile "
                            + bridge.contentHash().substring(0, SHOWN_HASH))
                    .add(bridge.reply().text());
            bridge.verdicts().stream().filter(stop -> !stop.isPass()).forEach(stop -> text.add(verdict(stop)));
        }
    }

    private static String triage(Triage triage) {
        return about(triage.classification()) + "  " + triage.priority() + " ("
                + triage.urgency().because() + ")  " + triage.customer().address() + ", "
                + triage.customer().tier();
    }

    private static String about(Triage.Classification found) {
        return Stream.of(found.category().label(), found.subIntent(), found.productArea())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" / "));
    }

    private static void addPlan(StringJoiner text, CaseRecord record, ActionPlan plan, Catalogue catalogue) {
        text.add("").add("-- plan " + plan.hash().substring(0, SHOWN_HASH));
        text.add(plan.action() + " for " + plan.customer()
                + plan.amount().map(sum -> ", " + sum.told()).orElse("")
                + catalogue
                        .find(plan.action())
                        .map(found -> ", risk " + found.details().risk().label())
                        .orElse(""));
        plan.slots()
                .forEach(slot ->
                        text.add("   " + slot.name() + " " + slot.value() + "  [" + slot.checkedAgainst() + "]"));
        planVerdicts(record.action()).forEach(verdict -> text.add(verdict(verdict)));
        record.action().approvals().forEach(yes -> text.add("approved by " + yes.by() + ", " + yes.role()));
        record.effects().stream()
                .filter(effect -> effect.plan().isPresent() && effect.isAccepted())
                .forEach(effect -> text.add("carried out as " + effect.id()));
    }

    private static void addUncertain(StringJoiner text, CaseRecord record) {
        record.findUncertain()
                .ifPresent(effect -> text.add("")
                        .add("nobody can tell whether "
                                + effect.plan().map(ActionPlan::action).orElse("it") + " was carried out as "
                                + effect.id() + "; './sallyport case look-up' asks again"));
    }

    private static List<Verdict> planVerdicts(ActionWork work) {
        return switch (work) {
            case ActionWork.Judged judged -> judged.verdicts();
            case ActionWork.Held held -> held.verdicts();
            case ActionWork.Denied denied -> denied.verdicts();
            case ActionWork _ -> List.of();
        };
    }

    private static void addDraft(StringJoiner text, Draft draft) {
        text.add("").add("-- draft " + draft.contentHash().substring(0, SHOWN_HASH));
        text.add(draft.reply().text());
        draft.reply().citations().stream()
                .map(citation -> "   [" + citation.source() + "] " + citation.quote())
                .distinct()
                .forEach(text::add);
        text.add("");
    }

    private static String verdict(Verdict verdict) {
        var opinions = verdict.opinions().stream()
                .flatMap(opinion -> opinion.findings().stream()
                        .map(finding -> "\n      " + opinion.model() + " says " + finding.answer() + " “"
                                + finding.sentence() + "”: " + finding.why()))
                .collect(Collectors.joining());
        return judged(verdict) + opinions;
    }

    private static String judged(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass pass -> "pass  " + pass.gate() + "  " + String.join("; ", pass.notes());
            case Verdict.Stop stop ->
                "STOP  " + stop.gate() + "  " + stop.reason()
                        + stop.flagged().stream()
                                .map(flag -> "\n      “" + flag.sentence() + "”: " + flag.why())
                                .collect(Collectors.joining());
        };
    }
}
