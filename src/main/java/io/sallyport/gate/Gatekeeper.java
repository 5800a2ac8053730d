package io.sallyport.gate;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Effect.PermitSlip;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every required gate, takes silence and breakage for a stop, and alone issues permits. */
public final class Gatekeeper {

    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);

    /** Long enough for one call to a slow channel, too short for the facts to grow old. */
    private static final Duration PERMIT_LIFE = Duration.ofMinutes(2);

    /** The gates a reply cannot do without. */
    public static final List<String> REQUIRED_FOR_REPLIES = List.of("grounding", "tone", "language", "disclosure");

    private final Map<String, Gate<Reply>> replyGates = new LinkedHashMap<>();
    private final InstantSource clock;

    /** @throws IllegalArgumentException when two gates bear one name */
    public Gatekeeper(List<Gate<Reply>> replyGates, InstantSource clock) {
        for (Gate<Reply> gate : replyGates) {
            if (this.replyGates.put(gate.name(), gate) != null) {
                throw new IllegalArgumentException("two gates are named '" + gate.name() + "'");
            }
        }
        this.clock = clock;
    }

    /** What was decided: a permit, or the verdicts that withhold it. */
    public sealed interface Decision {
        List<Verdict> verdicts();

        record Granted(Permit permit, List<Verdict> verdicts) implements Decision {}

        record Withheld(List<Verdict> verdicts) implements Decision {}
    }

    /** Every gate's verdict on the reply, one for each required and each installed gate. */
    public List<Verdict> judge(CaseRecord record, Reply reply) {
        List<Verdict> verdicts = new ArrayList<>();
        for (String required : REQUIRED_FOR_REPLIES) {
            if (!replyGates.containsKey(required)) {
                verdicts.add(Verdict.stop(required, "the gate '" + required + "' is not installed"));
            }
        }
        replyGates.values().forEach(gate -> verdicts.add(ask(gate, record, reply)));
        return List.copyOf(verdicts);
    }

    /** Asks every gate now and issues a permit for this content when all pass. */
    public Decision decide(CaseRecord record, Reply reply) {
        List<Verdict> verdicts = judge(record, reply);
        if (verdicts.isEmpty() || !verdicts.stream().allMatch(Verdict::isPass)) {
            return new Decision.Withheld(verdicts);
        }
        var slip = new PermitSlip(
                ChainHash.of(reply.canonicalContent()),
                record.version(),
                verdicts.stream().map(Verdict::gate).toList(),
                reply.citations().stream().map(Citation::source).distinct().toList(),
                clock.instant().plus(PERMIT_LIFE));
        return new Decision.Granted(new Permit(record.id(), effectId(record, slip), slip), verdicts);
    }

    private static String effectId(CaseRecord record, PermitSlip slip) {
        String answered = record.latestFromCustomer().id();
        return "fx-"
                + ChainHash.of(record.id().value(), answered, slip.contentHash())
                        .substring(0, 32);
    }

    /** One of the three places that may catch anything: a gate that breaks has not said yes. */
    @SuppressWarnings("NullAway") // a gate written elsewhere may return null all the same
    private static Verdict ask(Gate<Reply> gate, CaseRecord record, Reply reply) {
        try {
            Verdict verdict = gate.judge(record, reply);
            if (verdict == null || !verdict.gate().equals(gate.name())) {
                return Verdict.stop(gate.name(), "the gate gave no verdict of its own");
            }
            return verdict;
        } catch (RuntimeException | StackOverflowError broken) {
            LOG.error("a gate broke case={} gate={} fault={}", record.id(), gate.name(), broken.toString());
            return Verdict.stop(
                    gate.name(), "the gate broke: " + broken.getClass().getSimpleName());
        }
    }
}
