package io.sallyport.gate;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Effect.PermitSlip;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Proposal;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Undo;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.judge.Door;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Asks every required gate, takes silence and breakage for a stop, and alone issues permits. */
public final class Gatekeeper {

    /** Long enough for one call to a slow channel, too short for the facts to grow old. */
    private static final Duration PERMIT_LIFE = Duration.ofMinutes(2);

    /** The gates a reply cannot do without. */
    public static final List<String> REQUIRED_FOR_REPLIES = List.of("grounding", "tone", "language", "disclosure");

    /** The gates an account change cannot do without. */
    public static final List<String> REQUIRED_FOR_PLANS = List.of("identity", "authorization");

    /** The gate that a one-time code cannot do without. */
    public static final List<String> REQUIRED_FOR_CODES = List.of("address-on-file");

    /** The gate that undoing cannot do without. */
    public static final List<String> REQUIRED_FOR_UNDOING = List.of("authorization");

    /** The gate that a packet is read by, and what is told colleagues from it. */
    public static final List<String> REQUIRED_FOR_HAND_OVERS = List.of("handoff");

    private final Panel<Reply> replies;
    private final Panel<ActionPlan> plans;
    private final Panel<CodeMail> codes;
    private final Panel<Undo> undos;
    private final Panel<Packet> packets;
    private final Panel<Errand> errands;
    private final InstantSource clock;

    /** @throws IllegalArgumentException when two gates for the same thing bear one name */
    public Gatekeeper(Gates gates, InstantSource clock) {
        this.replies = new Panel<>(REQUIRED_FOR_REPLIES, gates.replies());
        this.plans = new Panel<>(REQUIRED_FOR_PLANS, gates.plans());
        this.codes = new Panel<>(REQUIRED_FOR_CODES, gates.codes());
        this.undos = new Panel<>(REQUIRED_FOR_UNDOING, gates.undos());
        this.packets = new Panel<>(REQUIRED_FOR_HAND_OVERS, gates.packets());
        this.errands = new Panel<>(REQUIRED_FOR_HAND_OVERS, gates.errands());
        this.clock = clock;
    }

    /** What was decided: a permit, or the verdicts that withhold it. */
    public sealed interface Decision {
        List<Verdict> verdicts();

        record Granted(Permit permit, List<Verdict> verdicts) implements Decision {}

        record Withheld(List<Verdict> verdicts) implements Decision {}
    }

    /** Every gate's verdict on the proposal, one for each required and each installed gate. */
    public List<Verdict> judge(CaseRecord record, Proposal proposal) {
        return switch (proposal) {
            case Reply reply -> replies.judge(record, reply);
            case ActionPlan plan -> plans.judge(record, plan);
            case CodeMail code -> codes.judge(record, code);
            case Undo undo -> undos.judge(record, undo);
            case Packet packet -> packets.judge(record, packet);
            case Errand errand -> errands.judge(record, errand);
        };
    }

    /** Asks every gate now, as one does {@linkplain Door at the door}, and issues a permit for this content when all pass. */
    public Decision decide(CaseRecord record, Proposal proposal) {
        List<Verdict> verdicts = Door.at(() -> judge(record, proposal));
        if (verdicts.isEmpty() || !verdicts.stream().allMatch(Verdict::isPass)) {
            return new Decision.Withheld(verdicts);
        }
        var slip = new PermitSlip(
                ChainHash.of(proposal.canonicalContent()),
                record.version(),
                verdicts.stream().map(Verdict::gate).toList(),
                sources(proposal),
                clock.instant().plus(PERMIT_LIFE));
        return new Decision.Granted(new Permit(record.id(), effectId(record, proposal), slip), verdicts);
    }

    private static List<SourceRef> sources(Proposal proposal) {
        return proposal instanceof Reply reply
                ? reply.citations().stream().map(Citation::source).distinct().toList()
                : List.of();
    }

    /** The same effect has the same id, so that nobody brings it about twice. */
    private static String effectId(CaseRecord record, Proposal proposal) {
        return switch (proposal) {
            case Reply reply ->
                Effect.idOf(
                        record.id().value(), record.latestFromCustomer().id(), ChainHash.of(reply.canonicalContent()));
            case ActionPlan plan -> plan.effectId();
            case CodeMail code -> Effect.idOf("code", record.id().value(), code.challenge());
            case Undo undo -> Effect.idOf("undo", undo.effectId());
            case Errand errand -> Effect.idOf("errand", record.id().value(), errand.id());
            case Packet packet -> Effect.idOf("packet", record.id().value(), ChainHash.of(packet.canonicalContent()));
        };
    }
}
