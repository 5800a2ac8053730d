package io.sallyport.escalation.tracking;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.HandOver;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.NewsAnswer;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.TrackedWords;
import io.sallyport.casefile.Triage;
import io.sallyport.privacy.CaseMasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells colleagues of a hand-over: files an issue where engineering is needed, or adds the case and whatever its customer
 * writes later to the one there is, and says in the team's chat who has it now. Plans only; may be shared between threads.
 */
public final class TrackerAgent {

    private final TrackedIssues issues;
    private final TrackerSettings settings;
    private final CaseMasks masks;

    public TrackerAgent(TrackedIssues issues, TrackerSettings settings, CaseMasks masks) {
        this.issues = issues;
        this.settings = settings;
        this.masks = masks;
    }

    /** @param record of a case that is with people and has its packet */
    public Fact.ErrandsPlanned track(CaseRecord record) {
        var text = new ErrandText(record, masks.of(record));
        var errands = new ArrayList<Errand>();
        toEngineering(record, text).ifPresent(errands::add);
        // Once for each hand-over, however often this is asked.
        errands.add(new Errand(Errand.Kind.CHAT, record.handOver().occasion(), "", text.headline(), text.post()));
        return new Fact.ErrandsPlanned(errands);
    }

    /** The same words are told once; an issue that is on its way to the tracker has no id yet to add anything to. */
    private Optional<Errand> toEngineering(CaseRecord record, ErrandText text) {
        List<Message> untold = TrackedWords.untold(record);
        if (untold.isEmpty() || isBeingFiled(record.handOver())) {
            return Optional.empty();
        }
        Optional<String> own = findOwn(record);
        if (own.isPresent()) {
            // What somebody in danger wrote is read by those who have the case.
            return own.filter(_ -> !HandOverText.isAboutSafety(record))
                    .map(issue -> added(record, issue, text, untold));
        }
        return record.findings()
                .triage()
                .filter(_ -> isEngineerings(record) && isToFile(record.handOver()))
                .map(triage -> filed(record, triage, text));
    }

    private static boolean isBeingFiled(HandOver handOver) {
        return handOver.errands().stream()
                .anyMatch(work ->
                        work.errand().kind() == Errand.Kind.ISSUE && work.due().isPresent());
    }

    /**
     * The issue that the words belong to. One that was done with is another matter by now, unless they say that it is broken
     * still; and what is handed over anew need not be about it at all.
     */
    private Optional<String> findOwn(CaseRecord record) {
        return isStillBroken(record)
                ? record.handOver().findIssue()
                : issues.findOpenOf(List.of(record.id()))
                        .filter(_ -> isEngineerings(record) || record.handOver().isAnnounced());
    }

    /** Here, or when it came back to people; until engineering has said something since. */
    private static boolean isStillBroken(CaseRecord record) {
        return NewsAnswer.of(record).equals(Optional.of(NewsAnswer.BROKEN))
                || (record.standing() instanceof Standing.WithPeople people
                        && people.why().equals(Standing.WithPeople.STILL_BROKEN)
                        && record.handOver().news().stream()
                                .allMatch(news -> news.at().isBefore(people.since())));
    }

    private boolean isEngineerings(CaseRecord record) {
        return record.findings().triage().stream()
                .anyMatch(triage -> settings.trackedCategories().contains(triage.category()));
    }

    /** What else is said in a hand-over whose issue was done with files no other, unless a person says what it is. */
    private static boolean isToFile(HandOver handOver) {
        return !handOver.isAnnounced()
                || handOver.findIssue().isEmpty()
                || handOver.correction().flatMap(HandOver.Correction::category).isPresent();
    }

    private static Errand added(CaseRecord record, String issue, ErrandText text, List<Message> words) {
        String what = isStillBroken(record) ? "The customer says that it is still broken" : "The customer wrote again";
        return new Errand(Errand.Kind.LINK, TrackedWords.occasion(record), issue, what, text.again(what, words));
    }

    private Errand filed(CaseRecord record, Triage triage, ErrandText text) {
        String cause = cause(record);
        String occasion = TrackedWords.occasion(record);
        return issues.findOpenOf(cause)
                .or(() -> issues.findOpenOf(triage.related().duplicates()))
                .map(issue -> new Errand(Errand.Kind.LINK, occasion, issue, text.title(), text.issue()))
                .orElseGet(() -> new Errand(Errand.Kind.ISSUE, occasion, cause, text.title(), text.issue()));
    }

    /** What several cases may file an issue for; empty where this case stands alone. */
    public static String cause(CaseRecord record) {
        return record.findings()
                .triage()
                .flatMap(triage -> triage.related().knownIssue())
                .map(known -> "known-issue:" + known)
                .orElse("");
    }
}
