package io.sallyport.testkit;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Proposal;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Undo;
import io.sallyport.casefile.Verdict;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.CodeChannel;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.flow.Agents;
import io.sallyport.gate.Gate;
import io.sallyport.gate.Permit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Kills the process once at every place where a step begins, and before and after every posting: whatever was not
 * committed by then is lost, as with kill -9.
 */
final class Crashes {

    private final Set<String> places = new HashSet<>();

    /** Dies the first time it comes to a place. */
    private void at(String place) {
        if (places.add(place)) {
            throw new Crash(place);
        }
    }

    private void before(String step, CaseRecord record) {
        at(step + " of " + record.id() + " at version " + record.version());
    }

    Agents around(Agents agents) {
        return new Agents() {
            @Override
            public Screening screen(CaseRecord record) {
                before("screening", record);
                return agents.screen(record);
            }

            @Override
            public Triage triage(CaseRecord record) {
                before("triage", record);
                return agents.triage(record);
            }

            @Override
            public Route route(CaseRecord record) {
                before("routing", record);
                return agents.route(record);
            }

            @Override
            public Evidence research(CaseRecord record) {
                before("research", record);
                return agents.research(record);
            }

            @Override
            public Fact estimateWait(CaseRecord record) {
                before("estimating the wait", record);
                return agents.estimateWait(record);
            }

            @Override
            public Fact.BridgeComposed bridge(CaseRecord record, Function<Reply, List<Verdict>> judged) {
                before("writing a bridge reply", record);
                return agents.bridge(record, judged);
            }

            @Override
            public Fact plan(CaseRecord record) {
                before("planning", record);
                return agents.plan(record);
            }

            @Override
            public Fact compose(CaseRecord record) {
                before("composing", record);
                return agents.compose(record);
            }
        };
    }

    <P extends Proposal> Gate<P> around(Gate<P> gate) {
        return new Gate<>() {
            @Override
            public String name() {
                return gate.name();
            }

            @Override
            public Verdict judge(CaseRecord record, P proposal) {
                before("judging " + name(), record);
                return gate.judge(record, proposal);
            }
        };
    }

    ReplyChannel around(ReplyChannel channel) {
        return new ReplyChannel() {
            @Override
            public boolean serves(Ticket ticket) {
                return channel.serves(ticket);
            }

            @Override
            public Delivery post(Permit permit, Ticket ticket, Reply reply) {
                at("before posting " + permit.effectId());
                Delivery delivery = channel.post(permit, ticket, reply);
                at("after posting " + permit.effectId());
                return delivery;
            }

            @Override
            public LookUp lookUp(String effectId) {
                return channel.lookUp(effectId);
            }
        };
    }

    ActionPort around(ActionPort port) {
        return new ActionPort() {
            @Override
            public boolean serves(String binding) {
                return port.serves(binding);
            }

            @Override
            public Outcome carryOut(Permit permit, String binding, ActionPlan plan) {
                at("before carrying out " + permit.effectId());
                Outcome outcome = port.carryOut(permit, binding, plan);
                at("after carrying out " + permit.effectId());
                return outcome;
            }

            @Override
            public Outcome undo(Permit permit, String binding, Undo undo) {
                return port.undo(permit, binding, undo);
            }

            @Override
            public LookUp lookUp(String binding, String effectId) {
                at("looking up " + effectId);
                return port.lookUp(binding, effectId);
            }
        };
    }

    CodeChannel around(CodeChannel channel) {
        return new CodeChannel() {
            @Override
            public Delivery post(Permit permit, CodeMail mail, String code) {
                at("before sending " + permit.effectId());
                Delivery delivery = channel.post(permit, mail, code);
                at("after sending " + permit.effectId());
                return delivery;
            }

            @Override
            public LookUp lookUp(String effectId) {
                return channel.lookUp(effectId);
            }
        };
    }
}
