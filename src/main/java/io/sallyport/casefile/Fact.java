package io.sallyport.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that can happen to a case. What is not a fact here did not happen. */
public sealed interface Fact {

    // Arrive
    record TicketOpened(Ticket ticket, Message first) implements Fact {}

    record MessageReceived(Message message) implements Fact {}

    record Screened(Screening screening) implements Fact {}

    /** Nothing for anyone to answer: an auto-reply, a bounce, a loop. */
    record Discarded(String why) implements Fact {}

    // Triage and route
    record Triaged(Triage triage) implements Fact {}

    record Routed(Route route) implements Fact {}

    // Answer lane
    record EvidenceGathered(Evidence evidence) implements Fact {}

    /**
     * A reply was written.
     *
     * @param confidence calibrated, 0 to 1
     * @param frame how it was composed, for the record
     */
    record ReplyComposed(Reply reply, double confidence, String frame) implements Fact {}

    /** The composer would not write one. */
    record ReplyDeclined(Trigger why) implements Fact {}

    /** @param contentHash of the reply that was judged */
    record ReplyJudged(String contentHash, List<Verdict> verdicts) implements Fact {
        public ReplyJudged {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** The reply waits for a person, because the lane is in this mode. */
    record ReplyHeld(LaneMode mode) implements Fact {}

    // Action lane
    record ActionPlanned(ActionPlan plan) implements Fact {}

    /** There is nothing to do here, or nothing the lane can do. */
    record ActionNotPlanned(String why) implements Fact {}

    /**
     * @param slot in words for a customer
     * @param choices what it could be: ids of records, newest first, or names of their parts
     */
    record ActionSlotMissing(String action, String slot, List<String> choices) implements Fact {
        public ActionSlotMissing {
            choices = List.copyOf(choices);
        }
    }

    /** What is wanted is for a person to plan. */
    record ActionForPerson(String why) implements Fact {}

    /** @param planHash of the plan that was judged */
    record ActionJudged(String planHash, List<Verdict> verdicts) implements Fact {
        public ActionJudged {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** The plan waits for a person's yes. */
    record ActionHeld(String why) implements Fact {}

    record ActionApproved(Approval approval) implements Fact {}

    record ActionRejected(String why) implements Fact {}

    /** Nobody's yes changes what the gates said. */
    record ActionDenied() implements Fact {}

    /** What was said of a code; an accepted one proves who they are until the proof's end. */
    record CodeTried(String challenge, Outcome outcome, Optional<Proof> proof) implements Fact {
        public enum Outcome {
            ACCEPTED,
            WRONG,
            /** Too old, used before, or for something else. */
            VOID,
            /** Too many tries: a person gets the case. */
            EXHAUSTED,
            /** The customer wrote something else; behind {@link #WRONG}: beside the codes. */
            NONE_GIVEN;

            /** Whether no further code is tried against the same one. */
            public boolean isLast() {
                return switch (this) {
                    case ACCEPTED, VOID, EXHAUSTED -> true;
                    case WRONG, NONE_GIVEN -> false;
                };
            }
        }
    }

    /** What the customer wrote instead of the code changes nothing of the plan: the code is waited for again. */
    record CodeAwaited() implements Fact {}

    /** The plan had its permit nearly, but the door was shut when it got there. */
    record ActionTurnedBack(List<Verdict> verdicts) implements Fact {
        public ActionTurnedBack {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** What was done, for replies to cite; follows the outcome of its effect. */
    record ReceiptIssued(Receipt receipt) implements Fact {}

    // What was looked up on the way; the step's own outcome follows
    /**
     * A language model was asked.
     *
     * @param agent who asked, such as {@code billing specialist}
     * @param model which one answered or failed last, as in the settings
     * @param prompt SHA-256 of the instructions it was given, in hex
     * @param outcome {@link #ANSWERED}, or what went wrong
     */
    record ModelAsked(String agent, String role, String model, String prompt, String outcome) implements Fact {
        public static final String ANSWERED = "answered";
    }

    /**
     * An agent wanted to use a tool; all of them only read.
     *
     * @param outcome what came of it in a few words; begins with {@code refused} when the tool is not the agent's
     */
    record ToolCalled(String agent, String tool, String input, String outcome) implements Fact {}

    // A person's decisions
    record ReplyApproved(String contentHash) implements Fact {}

    record ReplyEdited(Reply reply) implements Fact {}

    record ReplyRejected(String why) implements Fact {}

    record CaseClaimed() implements Fact {}

    record CaseReleased() implements Fact {}

    record CaseResolved(String how) implements Fact {}

    // Deliver
    /** Written before the call: whoever finds it without an outcome looks the outcome up. */
    record EffectIntended(Effect effect) implements Fact {}

    /** Looked up after a break: the other side certainly never saw it, so it may be tried again. */
    record EffectFoundAbsent(String effectId) implements Fact {}

    record EffectSettled(String effectId, Delivery delivery) implements Fact {}

    /** A person approved it or the lane let it through, but the door was shut when it got there. */
    record ReplyTurnedBack(List<Verdict> verdicts) implements Fact {
        public ReplyTurnedBack {
            verdicts = List.copyOf(verdicts);
        }
    }

    // Escalate
    /**
     * A person gets the case.
     *
     * @param flags the exact sentences that a gate stopped, if that is why
     */
    record Escalated(String queue, List<Trigger> triggers, String why, List<Verdict.Flag> flags) implements Fact {
        public Escalated {
            triggers = List.copyOf(triggers);
            flags = List.copyOf(flags);
        }
    }

    /** By when the customer will hear from the people who have the case now. */
    record WaitEstimated(Expectation expectation) implements Fact {}

    /**
     * Written to tell the customer who has their case and by when they will hear.
     *
     * @param frame how it was composed, for the record
     */
    record BridgeComposed(Reply reply, String frame, List<Verdict> verdicts) implements Fact {
        public BridgeComposed {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** The customer is told nothing. */
    record BridgeOmitted(String why) implements Fact {}

    /** The bridge reply waits for a person, because the lane is in this mode. */
    record BridgeHeld(LaneMode mode) implements Fact {}

    record BridgeApproved(String contentHash) implements Fact {}

    /** It was let through, but the door was shut when it got there. */
    record BridgeTurnedBack(List<Verdict> verdicts) implements Fact {
        public BridgeTurnedBack {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** Somebody wrote for the person who takes the case over. */
    record Briefed(Brief brief) implements Fact {}

    // Hand over
    /** @param page empty where nobody is on call */
    record PagePlanned(Optional<Errand> page) implements Fact {}

    /**
     * Everything that the people who have the case need was gathered.
     *
     * @param verdicts of the gate that reads packets; a packet that it stopped is still theirs, with what is wrong with it
     */
    record Packaged(Packet packet, List<Verdict> verdicts) implements Fact {
        public Packaged {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** What is told to colleagues of this hand-over; none where there is nobody to tell. */
    record ErrandsPlanned(List<Errand> errands) implements Fact {
        public ErrandsPlanned {
            errands = List.copyOf(errands);
        }
    }

    /** The other side cannot be reached, or cannot tell what became of it: again at that time. */
    record ErrandPutOff(String errand, String why, Instant notBefore) implements Fact {}

    record ErrandDropped(String errand, String why) implements Fact {}

    /**
     * Nobody has decided anything in time.
     *
     * @param count since the hand-over or the last decision, from 1
     * @param nextAt when they are reminded again
     * @param errands by which they are reminded
     */
    record Reminded(int count, Instant nextAt, List<Errand> errands) implements Fact {
        public Reminded {
            errands = List.copyOf(errands);
        }
    }

    /** Engineering said something of the issue. */
    record IssueMoved(IssueNews news) implements Fact {}

    /** The customer is to be told of it now. */
    record NewsDue(String newsId) implements Fact {}

    // What people do with a case that they have
    record NoteAdded(String text, List<String> mentions) implements Fact {
        public NoteAdded {
            mentions = List.copyOf(mentions);
        }
    }

    /** A person answers in their own words; nothing of the machine's was in them. */
    record ReplyWritten(Reply reply) implements Fact {}

    /** Back to the machine, whatever brought it to people. */
    record CaseReturned(String why) implements Fact {}

    /** A person corrects what the machine took it for; what is empty stays. */
    record Reclassified(Optional<Category> category, Optional<Priority> priority, Optional<String> queue, String why)
            implements Fact {}

    /** A person hands it to a colleague, who has it from then on. */
    record CaseAssigned(String to, String why) implements Fact {}

    /** The same matter of the same customer: it goes on there. */
    record CaseMerged(CaseId into, String why) implements Fact {}

    /**
     * Another case of the same matter goes on here.
     *
     * @param thread what was said on it
     */
    record CaseAbsorbed(CaseId from, List<Message> thread) implements Fact {
        public CaseAbsorbed {
            // From before it was kept.
            thread = thread == null ? List.of() : List.copyOf(thread);
        }
    }

    /**
     * Several customers have it.
     *
     * @param size customers who are known to have it, this case's too
     * @param raisedTo the priority that this one has at least from then on
     */
    record ClusterJoined(String cluster, int size, Priority raisedTo) implements Fact {}

    /** A person says that it is none of these: it goes by its own again. */
    record ClusterLeft(String cluster, String why) implements Fact {}

    /** A step broke on something that may pass; it is tried again at that time. */
    record StepFailed(String step, String fault, int attempt, Instant retryAt) implements Fact {}
}
