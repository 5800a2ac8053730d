package io.sallyport.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the desk would do with a case, found out by the very agents, gates and rules that do it, without doing it: the record
 * goes on in memory alone, nothing is appended and nothing leaves. May be shared between threads.
 */
public interface Rehearsal {

    /** How far to play. */
    enum Until {
        /** Screened, triaged and routed. */
        ROUTED,
        /** And evidence gathered, whatever triggers there are. */
        RESEARCHED,
        /** And a reply written, judged and taken to the door, whatever triggers there are. */
        AT_THE_DOOR,
        /** As the desk itself would go on; a person gets the case in the end, if only because somebody asked for it. */
        HANDED_OVER
    }

    /**
     * @param record as the steps left it
     * @param route where the Router sends it; empty for junk
     * @param drafts what was written, in order, each as the gates judged it
     * @param brief what was written for the person who gets it
     * @param packed what a person gets with it; empty where it was not played so far
     * @param next what would come then; not played, as it is for somebody else or cannot be taken back
     * @param isForced whether the desk by itself would not have gone this way
     */
    record Played(
            CaseRecord record,
            Optional<Route> route,
            List<AnswerWork.Judged> drafts,
            Optional<Brief> brief,
            Optional<Fact.Packaged> packed,
            Upcoming next,
            boolean isForced) {
        public Played {
            drafts = List.copyOf(drafts);
        }
    }

    /**
     * What comes next for a case.
     *
     * @param who {@code desk}, {@code person} or {@code customer}
     * @param what one word for a step of the desk's, such as {@code triage}, or {@code wait}
     * @param at when it is due; empty for now, or where nobody can tell
     */
    record Upcoming(String who, String what, String why, Optional<Instant> at) {}

    /** Begins where the customer's latest message came in. */
    Played play(CaseRecord record, Until until);

    /** What is written now for the person who gets this case; empty where no model plays that part. */
    Optional<Brief> brief(CaseRecord withPeople);

    /** What people would get with this case now. */
    Fact.Packaged pack(CaseRecord withPeople);

    /** Asks no agent: what the record as it stands calls for. */
    Upcoming next(CaseRecord record);

    /** Everything that is not known of a message that never came in is as for a new case. */
    static CaseRecord opened(Ticket ticket, Message message) {
        var event = new CaseEvent(
                CaseId.random(),
                1,
                message.at(),
                Actor.customer(message.from()),
                new Fact.TicketOpened(ticket, message),
                ChainHash.GENESIS,
                ChainHash.GENESIS);
        return CaseRecord.fold(List.of(event));
    }
}
