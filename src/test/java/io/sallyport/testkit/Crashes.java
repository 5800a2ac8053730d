package io.sallyport.testkit;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.Packet;
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
import io.sallyport.connector.IssueTracker;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.Pager;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.connector.TeamChat;
import io.sallyport.delivery.ErrandDoors;
import io.sallyport.flow.Agents;
import io.sallyport.gate.Gate;
import io.sallyport.gate.Permit;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

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
            public Optional<Brief> brief(CaseRecord record) {
                return agents.brief(record);
            }

            @Override
            public Fact.PagePlanned page(CaseRecord record) {
                before("planning a page", record);
                return agents.page(record);
            }

            @Override
            public Fact.Packaged pack(CaseRecord record, Function<Packet, List<Verdict>> judged) {
                before("packing", record);
                return agents.pack(record, judged);
            }

            @Override
            public Fact.ErrandsPlanned track(CaseRecord record) {
                before("planning errands", record);
                return agents.track(record);
            }

            @Override
            public Fact.Reminded remind(CaseRecord record, Instant now) {
                before("reminding", record);
                return agents.remind(record, now);
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

    /** An errand is carried out on the one side or the other of the kill. */
    private Delivery around(Permit permit, Supplier<Delivery> call) {
        at("before the errand " + permit.effectId());
        Delivery delivery = call.get();
        at("after the errand " + permit.effectId());
        return delivery;
    }

    ErrandDoors around(ErrandDoors doors) {
        return new ErrandDoors(
                doors.pager().map(this::around),
                doors.tracker().map(this::around),
                doors.chat().map(this::around));
    }

    private Pager around(Pager pager) {
        return new Pager() {
            @Override
            public Delivery page(Permit permit, Errand page) {
                return around(permit, () -> pager.page(permit, page));
            }

            @Override
            public LookUp lookUp(String effectId) {
                at("looking up the page " + effectId);
                return pager.lookUp(effectId);
            }
        };
    }

    private TeamChat around(TeamChat chat) {
        return new TeamChat() {
            @Override
            public Delivery post(Permit permit, Errand post) {
                return around(permit, () -> chat.post(permit, post));
            }

            @Override
            public LookUp lookUp(String effectId) {
                at("looking up the post " + effectId);
                return chat.lookUp(effectId);
            }
        };
    }

    private IssueTracker around(IssueTracker tracker) {
        return new IssueTracker() {
            @Override
            public Delivery file(Permit permit, Errand issue) {
                return around(permit, () -> tracker.file(permit, issue));
            }

            @Override
            public Delivery add(Permit permit, Errand link) {
                return around(permit, () -> tracker.add(permit, link));
            }

            @Override
            public LookUp lookUp(String effectId) {
                at("looking up the issue " + effectId);
                return tracker.lookUp(effectId);
            }

            @Override
            public List<IssueNews> newsAfter(String after, int limit) {
                at("asking for news after '" + after + "'");
                return tracker.newsAfter(after, limit);
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
