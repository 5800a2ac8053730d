package io.sallyport.escalation;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.AnswerWork.Draft;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Addition;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Reply;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The decisions of people, checked against the case as it stands and appended under the version that the person saw. May
 * be shared between threads.
 */
public final class Decisions {

    private final CaseStore cases;
    private final KnownPeople people;

    public Decisions(CaseStore cases, KnownPeople people) {
        this.cases = cases;
        this.people = people;
    }

    /** Where no names are known. */
    public Decisions(CaseStore cases) {
        this(cases, List::of);
    }

    /** What a person may decide of a case as it stands. */
    public enum Choice {
        APPROVE,
        EDIT,
        REJECT,
        APPROVE_PLAN,
        REJECT_PLAN,
        CLAIM,
        RELEASE,
        RESOLVE,
        REPLY,
        GIVE_BACK,
        ASSIGN,
        RECLASSIFY,
        LEAVE_CLUSTER,
        NOTE,
        MERGE,
        TELL,
        TELL_AND_CLAIM
    }

    /** The decisions that would be taken from this person now. */
    public static Set<Choice> choices(CaseRecord record, String person) {
        var open = EnumSet.noneOf(Choice.class);
        for (Choice choice : Choice.values()) {
            if (Objections.to(choice, record, person).isEmpty()) {
                open.add(choice);
            }
        }
        return open;
    }

    /**
     * Says yes to a draft.
     *
     * @param contentHash the {@link Draft#contentHash()} of the text that the person read
     */
    public Decision approve(Seen seen, String contentHash, String person) {
        return decide(
                seen,
                person,
                record ->
                        Objections.toHash(record, contentHash).or(() -> Objections.to(Choice.APPROVE, record, person)),
                _ -> new Fact.ReplyApproved(contentHash));
    }

    /**
     * Replaces a draft's text. The gates judge the new text like any other.
     *
     * @param text as {@link Reply#text()} lays it out: paragraphs parted by blank lines, steps as {@code 1. …}
     */
    public Decision edit(Seen seen, String text, String person) {
        return decide(
                seen,
                person,
                record -> Objections.toText(text).or(() -> Objections.to(Choice.EDIT, record, person)),
                record -> new Fact.ReplyEdited(edited(record, text)));
    }

    /** Discards a draft; the case goes to the person who said no. */
    public Decision reject(Seen seen, String why, String person) {
        return decide(
                seen,
                person,
                record -> Objections.toReason(why).or(() -> Objections.to(Choice.REJECT, record, person)),
                _ -> new Fact.ReplyRejected(why.strip()));
    }

    /**
     * Says yes to a plan, which the gates then judge again with that as one more fact. It is kept with the policies that
     * the case names as it was seen: what speaks later was not approved.
     *
     * @param yes to the very content that the person read, with the role they have now
     */
    public Decision approvePlan(Seen seen, Approval yes) {
        return decide(
                seen,
                yes.by(),
                record -> PlanObjections.toPlan(record, yes.planHash())
                        .or(() -> Objections.to(Choice.APPROVE_PLAN, record, yes.by())),
                record -> new Fact.ActionApproved(new Approval(
                        yes.planHash(),
                        yes.by().strip(),
                        yes.role(),
                        yes.at(),
                        record.action().policies())));
    }

    /** Discards a plan; the case goes to the person who said no. */
    public Decision rejectPlan(Seen seen, String why, String person) {
        return decide(
                seen,
                person,
                record -> Objections.toReason(why).or(() -> Objections.to(Choice.REJECT_PLAN, record, person)),
                _ -> new Fact.ActionRejected(why.strip()));
    }

    /** Takes a case over: from here on nothing automatic leaves. */
    public Decision claim(Seen seen, String person) {
        return decide(seen, person, record -> Objections.to(Choice.CLAIM, record, person), _ -> new Fact.CaseClaimed());
    }

    /** Hands a case back to its queue; anyone may, since the one who claimed it may be away. */
    public Decision release(Seen seen, String person) {
        return decide(
                seen, person, record -> Objections.to(Choice.RELEASE, record, person), _ -> new Fact.CaseReleased());
    }

    /** Closes a case; what the customer was to hear and nobody has said yes to is called off. */
    public Decision resolve(Seen seen, String how, String person) {
        return decideAll(
                seen,
                person,
                record -> Objections.toReason(how).or(() -> Objections.to(Choice.RESOLVE, record, person)),
                record -> {
                    var resolved = new Fact.CaseResolved(how.strip());
                    return record.bridge() instanceof BridgeWork.Held
                            ? List.of(new Fact.BridgeOmitted("the case is resolved"), resolved)
                            : List.of(resolved);
                });
    }

    /**
     * Says yes to what the customer is to be told while people have the case.
     *
     * @param contentHash of the bridge reply that the person read
     * @param isClaimed whether the same person takes the case over at once
     */
    public Decision tell(Seen seen, String contentHash, boolean isClaimed, String person) {
        Choice choice = isClaimed ? Choice.TELL_AND_CLAIM : Choice.TELL;
        var told = new Fact.BridgeApproved(contentHash);
        return decideAll(
                seen,
                person,
                record -> Objections.toBridgeHash(record, contentHash).or(() -> Objections.to(choice, record, person)),
                _ -> isClaimed ? List.of(told, new Fact.CaseClaimed()) : List.of(told));
    }

    /**
     * Answers in the person's own words, and takes the case over: from here on the customer hears from people alone.
     *
     * @param text as {@link Reply#text()} lays it out; the gates judge it
     */
    public Decision reply(Seen seen, String text, String person) {
        return decideAll(
                seen,
                person,
                record -> Objections.toText(text).or(() -> Objections.to(Choice.REPLY, record, person)),
                record -> {
                    var written = new Fact.ReplyWritten(EditedText.own(record, text));
                    return record.isTakenOver() ? List.of(written) : List.of(new Fact.CaseClaimed(), written);
                });
    }

    /** Gives a case back to the machine, whatever brought it to people; that holds until the customer writes again. */
    public Decision giveBack(Seen seen, String why, String person) {
        return decide(
                seen,
                person,
                record -> Objections.toReason(why).or(() -> Objections.to(Choice.GIVE_BACK, record, person)),
                _ -> new Fact.CaseReturned(why.strip()));
    }

    /** What to tell whoever gives a case to somebody of this name; ask before it is theirs. */
    public Optional<String> findDoubt(String colleague) {
        return people.findDoubt(colleague);
    }

    /** Hands a case to a colleague, who has it from then on. */
    public Decision assign(Seen seen, String colleague, String why, String person) {
        return decide(
                seen,
                person,
                record -> Objections.toColleague(record, colleague, person)
                        .or(() -> Objections.to(Choice.ASSIGN, record, person)),
                _ -> new Fact.CaseAssigned(colleague.strip(), why.strip()));
    }

    /** Corrects what the machine took a case for; what is empty stays. */
    public Decision reclassify(Seen seen, Correction correction, String person) {
        return decide(
                seen,
                person,
                record -> correction.objection(record).or(() -> Objections.to(Choice.RECLASSIFY, record, person)),
                correction::fact);
    }

    /** Says that a case is none of its cluster: it goes by its own again, and is not linked with those any more. */
    public Decision leaveCluster(Seen seen, String why, String person) {
        return decide(
                seen,
                person,
                record -> Objections.toReason(why).or(() -> Objections.to(Choice.LEAVE_CLUSTER, record, person)),
                record -> new Fact.ClusterLeft(
                        record.handOver().cluster().orElseThrow().id(), why.strip()));
    }

    /** Writes something for colleagues, whoever has the case; whom it names with {@code @} finds it in their list. */
    public Decision note(Seen seen, String text, String person) {
        return decide(
                seen,
                person,
                record -> Objections.toReason(text).or(() -> Objections.to(Choice.NOTE, record, person)),
                _ -> new Fact.NoteAdded(text.strip(), Mentions.in(text, people.names())));
    }

    /** Lets a case go on with another one of the same customer, and whoever had it have that: both are written, or neither is. */
    public Decision merge(Seen seen, CaseId into, String why, String person) {
        CaseRecord record = cases.load(seen.caseId());
        Optional<CaseRecord> target = cases.find(into);
        Optional<String> refusal = Objections.toMerging(record, target, into)
                .or(() -> Objections.toReason(why))
                .or(() -> Objections.to(Choice.MERGE, record, person));
        if (person.isBlank() || record.version() != seen.version() || refusal.isPresent() || target.isEmpty()) {
            return decide(seen, person, _ -> refusal, _ -> new Fact.CaseMerged(into, why.strip()));
        }
        Actor actor = Actor.person(person.strip());
        try {
            cases.appendAll(List.of(
                    new Addition(record, List.of(new Entry(actor, new Fact.CaseMerged(into, why.strip())))),
                    new Addition(target.get(), Merging.onto(target.get(), record, actor))));
            return new Decision.Taken(cases.load(record.id()));
        } catch (CaseStore.CaseMoved _) {
            return new Decision.Overtaken(cases.load(seen.caseId()));
        }
    }

    private Decision decide(
            Seen seen,
            String person,
            Function<CaseRecord, Optional<String>> objection,
            Function<CaseRecord, Fact> fact) {
        return decideAll(seen, person, objection, fact.andThen(List::of));
    }

    private Decision decideAll(
            Seen seen,
            String person,
            Function<CaseRecord, Optional<String>> objection,
            Function<CaseRecord, List<Fact>> facts) {
        CaseRecord record = cases.load(seen.caseId());
        if (person.isBlank()) {
            return new Decision.Refused("A decision needs the name of the person who takes it.", record);
        }
        if (record.version() != seen.version()) {
            return new Decision.Overtaken(record);
        }
        Optional<String> refusal = objection.apply(record);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get(), record);
        }
        try {
            Actor actor = Actor.person(person.strip());
            List<Entry> entries = facts.apply(record).stream()
                    .map(fact -> new Entry(actor, fact))
                    .toList();
            return new Decision.Taken(cases.append(record, entries));
        } catch (CaseStore.CaseMoved _) {
            return new Decision.Overtaken(cases.load(seen.caseId()));
        }
    }

    private static Reply edited(CaseRecord record, String text) {
        Draft draft = record.answer().findDraft().orElseThrow();
        return new EditedText(draft).read(text);
    }
}
