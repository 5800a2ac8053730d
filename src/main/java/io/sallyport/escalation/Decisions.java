package io.sallyport.escalation;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.AnswerWork.Draft;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
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

    public Decisions(CaseStore cases) {
        this.cases = cases;
    }

    /** What a person may decide of a case as it stands. */
    public enum Choice {
        APPROVE,
        EDIT,
        REJECT,
        CLAIM,
        RELEASE,
        RESOLVE
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

    /** Takes a case over: from here on nothing automatic leaves. */
    public Decision claim(Seen seen, String person) {
        return decide(seen, person, record -> Objections.to(Choice.CLAIM, record, person), _ -> new Fact.CaseClaimed());
    }

    /** Hands a case back to its queue; anyone may, since the one who claimed it may be away. */
    public Decision release(Seen seen, String person) {
        return decide(
                seen, person, record -> Objections.to(Choice.RELEASE, record, person), _ -> new Fact.CaseReleased());
    }

    public Decision resolve(Seen seen, String how, String person) {
        return decide(
                seen,
                person,
                record -> Objections.toReason(how).or(() -> Objections.to(Choice.RESOLVE, record, person)),
                _ -> new Fact.CaseResolved(how.strip()));
    }

    private Decision decide(
            Seen seen,
            String person,
            Function<CaseRecord, Optional<String>> objection,
            Function<CaseRecord, Fact> fact) {
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
            var entry = new CaseStore.Entry(Actor.person(person.strip()), fact.apply(record));
            return new Decision.Taken(cases.append(record, List.of(entry)));
        } catch (CaseStore.CaseMoved _) {
            return new Decision.Overtaken(cases.load(seen.caseId()));
        }
    }

    private static Reply edited(CaseRecord record, String text) {
        Draft draft = record.answer().findDraft().orElseThrow();
        return new EditedText(draft).read(text);
    }
}
