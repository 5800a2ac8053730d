package io.sallyport.gate;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Proposal;
import io.sallyport.casefile.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gates of one kind of proposal: those that are required and those that are installed. */
final class Panel<P extends Proposal> {

    private static final Logger LOG = LoggerFactory.getLogger(Panel.class);

    private final List<String> required;
    private final Map<String, Gate<P>> installed = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when two gates bear one name */
    Panel(List<String> required, List<Gate<P>> gates) {
        this.required = List.copyOf(required);
        for (Gate<P> gate : gates) {
            if (installed.put(gate.name(), gate) != null) {
                throw new IllegalArgumentException("two gates are named '" + gate.name() + "'");
            }
        }
    }

    /** Every gate's verdict, one for each required and each installed gate; never empty where anything is required. */
    List<Verdict> judge(CaseRecord record, P proposal) {
        List<Verdict> verdicts = new ArrayList<>();
        for (String name : required) {
            if (!installed.containsKey(name)) {
                verdicts.add(Verdict.stop(name, "the gate '" + name + "' is not installed"));
            }
        }
        installed.values().forEach(gate -> verdicts.add(ask(gate, record, proposal)));
        return List.copyOf(verdicts);
    }

    /** One of the three places that may catch anything: a gate that breaks has not said yes. */
    @SuppressWarnings("NullAway") // a gate written elsewhere may return null all the same
    private static <P extends Proposal> Verdict ask(Gate<P> gate, CaseRecord record, P proposal) {
        try {
            Verdict verdict = gate.judge(record, proposal);
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
