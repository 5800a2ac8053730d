package io.sallyport.escalation.tracking;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.NewsAnswer;
import io.sallyport.casefile.Triage;
import io.sallyport.privacy.CaseMasks;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Tells colleagues of a hand-over: files an issue where engineering is needed, or adds the case to the one there is, and says in
 * the team's chat who has it now. Plans only; may be shared between threads.
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
        errands.add(new Errand(Errand.Kind.CHAT, occasion(record), "", text.headline(), text.post()));
        return new Fact.ErrandsPlanned(errands);
    }

    /** Once for each hand-over. */
    private static String occasion(CaseRecord record) {
        return "hand-over " + record.handOver().since();
    }

    private Optional<Errand> toEngineering(CaseRecord record, ErrandText text) {
        Optional<String> own = record.handOver().findIssue();
        if (own.isPresent()) {
            String what = NewsAnswer.of(record).equals(Optional.of(NewsAnswer.BROKEN))
                    ? "The customer says that it is still broken"
                    : "The customer wrote again";
            return Optional.of(new Errand(Errand.Kind.LINK, occasion(record), own.get(), what, text.again(what)));
        }
        return record.findings()
                .triage()
                .filter(triage -> settings.trackedCategories().contains(triage.category()))
                .map(triage -> filed(record, triage, text));
    }

    private Errand filed(CaseRecord record, Triage triage, ErrandText text) {
        String cause = cause(record);
        return issues.findOpenOf(cause)
                .or(() -> issues.findOpenOf(triage.related().duplicates()))
                .map(issue -> new Errand(Errand.Kind.LINK, occasion(record), issue, text.title(), text.issue()))
                .orElseGet(() -> new Errand(Errand.Kind.ISSUE, occasion(record), cause, text.title(), text.issue()));
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
