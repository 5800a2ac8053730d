package io.sallyport.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What surrounds a case that people have: what they got, who was called, what engineering said.
 *
 * @param since the event that handed it over last; 0 when none did
 * @param queue of the people who have it, or had it last
 * @param packet the newest
 * @param isCurrent whether the packet holds all that has come since: no new words of the customer's, no brief, no others who have it
 * @param brief what a model wrote for the person who takes it over, of all that the customer has written
 * @param isPaged whether those on call have been called for this hand-over, where it calls for that
 * @param isTracked whether the errands of this hand-over are planned, and those for what has come since that engineering should read
 * @param errands of all hand-overs, oldest first
 * @param reminders since nobody decided anything
 * @param remindAt when those who have it, or may decide on what is held, are reminded; empty when nothing is to be decided
 * @param news of the issue, the newest
 * @param untold news that the customer has not been told, and is not being told
 * @param telling news that are on their way to the customer, until they have arrived or a person has taken them on
 * @param waived reasons that a person has looked at and given back to the machine; until the customer writes again
 * @param mergedInto the case that this customer's messages go on with
 * @param cluster of cases with one cause
 * @param absorbed what was said on other cases of the customer's that go on here
 * @param correction what a person of this hand-over corrected
 * @param partings the clusters that people took it out of
 * @param heldSince when a draft, a plan or words for the customer began to wait for a person; empty when none does
 */
public record HandOver(
        long since,
        String queue,
        Optional<Packet> packet,
        boolean isCurrent,
        Optional<Brief> brief,
        boolean isPaged,
        boolean isTracked,
        List<ErrandWork> errands,
        int reminders,
        Optional<Instant> remindAt,
        Optional<IssueNews> news,
        Optional<IssueNews> untold,
        Optional<IssueNews> telling,
        List<Note> notes,
        Set<Trigger.Kind> waived,
        Optional<CaseId> mergedInto,
        Optional<Cluster> cluster,
        List<Message> absorbed,
        Optional<Correction> correction,
        List<Parting> partings,
        Optional<Instant> heldSince) {

    /**
     * Cases with one cause.
     *
     * @param customers who are known to have it
     * @param own how urgent the case was before the others raised it; empty where they did not
     */
    public record Cluster(String id, int customers, Optional<Triage.Urgency> own) {}

    /**
     * A person's word that the case is none of a cluster.
     *
     * @param linkedBy what it had been taken for one of them by
     */
    public record Parting(String cluster, Triage.Related linkedBy) {}

    /**
     * What a person said it is; what is empty they left as it was.
     *
     * @param outOf the gravest priority that they saw
     * @param isUnheard whether people are to get the case for how grave they found it, and do not have it yet
     */
    public record Correction(
            Optional<Category> category,
            Optional<Priority> priority,
            Optional<Priority> outOf,
            String why,
            boolean isUnheard) {

        Correction asUnheard(boolean isStill) {
            return new Correction(category, priority, outOf, why, isStill);
        }
    }

    public static final HandOver NONE = new HandOver(
            0,
            "",
            Optional.empty(),
            false,
            Optional.empty(),
            false,
            false,
            List.of(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    /** Reminders in vain, after which others get it. */
    public static final int PATIENCE = 2;

    /** Whoever is on call is called before anything else is done. */
    public static final Set<Trigger.Kind> CALLED_FOR =
            Set.of(Trigger.Kind.P1, Trigger.Kind.LEGAL, Trigger.Kind.SECURITY, Trigger.Kind.SAFETY);

    public HandOver {
        errands = List.copyOf(errands);
        notes = List.copyOf(notes);
        waived = Set.copyOf(waived);
        absorbed = List.copyOf(absorbed);
        partings = List.copyOf(partings);
    }

    /** The errand to do something about next, and when. */
    public Optional<ErrandWork> nextErrand() {
        return errands.stream()
                .filter(work -> work.due().isPresent())
                .min((one, other) ->
                        one.due().orElseThrow().compareTo(other.due().orElseThrow()));
    }

    public Optional<ErrandWork> findErrand(String id) {
        return errands.stream().filter(work -> work.errand().id().equals(id)).findFirst();
    }

    /** Names what is done once for each hand-over. */
    public String occasion() {
        return "hand-over " + since;
    }

    /** Whether the team has been told of this hand-over, or is being told. */
    public boolean isAnnounced() {
        return errands.stream()
                .map(ErrandWork::errand)
                .anyMatch(errand ->
                        errand.kind() == Errand.Kind.CHAT && errand.occasion().equals(occasion()));
    }

    /** Whether engineering has the case, or a person of this hand-over said what it is and that may be theirs. */
    public boolean isForEngineering() {
        return errands.stream().anyMatch(ErrandWork::isToldEngineering)
                || correction.flatMap(Correction::category).isPresent();
    }

    /** The tracker's id of the issue that this case was filed under or added to. */
    public Optional<String> findIssue() {
        return errands.stream()
                .filter(work -> work.stage() instanceof ErrandWork.Done)
                .flatMap(work -> switch (work.errand().kind()) {
                    case ISSUE -> Optional.of(((ErrandWork.Done) work.stage()).remoteId()).stream();
                    case LINK -> Optional.of(work.errand().onto()).stream();
                    case PAGE, CHAT -> Optional.<String>empty().stream();
                })
                .reduce((_, later) -> later);
    }
}
