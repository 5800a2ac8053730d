package io.sallyport.testkit;

import io.sallyport.action.Catalogue;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Proof;
import io.sallyport.casefile.Proposal;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Undo;
import io.sallyport.casefile.Verdict;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.CodeChannel;
import io.sallyport.connector.LookUp;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.gate.Gate;
import io.sallyport.gate.Gates;
import io.sallyport.gate.OneTimeCodes;
import io.sallyport.gate.Permit;
import io.sallyport.gate.Reservations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The world around an action lane: a vendor without idempotency, so that what is carried out twice is there twice, codes that
 * are always {@link #CODE}, and gates that a test sets. It outlives crashes, as the world does.
 */
public final class ActionKit {

    public static final String CODE = "402911";

    private final Catalogue catalogue = Catalogue.shipped();
    private final SettableClock clock;
    private final List<String> carriedOut = new ArrayList<>();
    private final List<String> handed = new ArrayList<>();
    private final List<String> mailed = new ArrayList<>();
    private final Set<String> reserved = new LinkedHashSet<>();
    private final Map<String, Map<String, String>> confirmed = new HashMap<>();
    private final Map<String, String> posted = new HashMap<>();
    private BiFunction<CaseRecord, ActionPlan, Verdict> identity = (_, _) -> Verdict.pass("identity");
    private BiFunction<CaseRecord, ActionPlan, Verdict> policy = (_, _) -> Verdict.pass("authorization");
    private String address = DeskKit.CUSTOMER;
    private Verdict undoing = Verdict.pass("authorization");
    private Call call = Call.DONE;
    private Call undo = Call.DONE;
    private Runnable meanwhile = () -> {};
    private boolean isSilent;
    private int calls;

    /** How the vendor takes the next calls. */
    public enum Call {
        DONE,
        REFUSED,
        /** Never arrives, and no answer comes. */
        LOST,
        /** Is done, and no answer comes. */
        UNANSWERED,
        /** Never arrives, and the connector breaks its promise not to throw. */
        BREAKS_BEFORE,
        BREAKS_AFTER
    }

    public ActionKit(SettableClock clock) {
        this.clock = clock;
    }

    /** A code is asked for before anything. */
    public ActionKit needingProof() {
        identity = (record, _) ->
                record.proof().filter(proof -> proof.holds(clock.instant())).isPresent()
                        ? Verdict.pass("identity")
                        : Verdict.stop("identity", "nobody has proven who they are", Verdict.Remedy.PROOF);
        return this;
    }

    public ActionKit policy(BiFunction<CaseRecord, ActionPlan, Verdict> policy) {
        this.policy = policy;
        return this;
    }

    public ActionKit calls(Call next) {
        call = next;
        return this;
    }

    /** What happens, once, while the vendor is at the next call. */
    public ActionKit meanwhile(Runnable news) {
        meanwhile = news;
        return this;
    }

    /** How the vendor takes the next undoings. */
    public ActionKit undoes(Call next) {
        undo = next;
        return this;
    }

    /** What the gate says of undoing from now on. */
    public ActionKit undoing(Verdict verdict) {
        undoing = verdict;
        return this;
    }

    /** Whether the vendor, when it is asked what became of a call, cannot tell. */
    public ActionKit silent(boolean isSilent) {
        this.isSilent = isSilent;
        return this;
    }

    /** How often the vendor was called, in vain or not. */
    public int calls() {
        return calls;
    }

    /** What the vendor did, in order. */
    public List<String> carriedOut() {
        return List.copyOf(carriedOut);
    }

    /** All that the vendor was given, in order. */
    public List<String> handed() {
        return List.copyOf(handed);
    }

    /** Addresses that got a code. */
    public List<String> mailed() {
        return List.copyOf(mailed);
    }

    public Set<String> reserved() {
        return Set.copyOf(reserved);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    Gates gates(List<Gate<Reply>> replies, @Nullable Crashes crashes) {
        Gate<ActionPlan> who = gate("identity", (record, plan) -> identity.apply(record, plan));
        Gate<ActionPlan> may = gate("authorization", (record, plan) -> policy.apply(record, plan));
        Gate<CodeMail> onFile = gate(
                "address-on-file",
                (_, mail) -> mail.address().equals(address)
                        ? Verdict.pass("address-on-file")
                        : Verdict.stop("address-on-file", "not the address on file"));
        Gate<Undo> undo = gate("authorization", (_, _) -> undoing);
        return crashes == null
                ? new Gates(replies, List.of(who, may), List.of(onFile), List.of(undo), List.of(), List.of())
                : new Gates(
                        replies,
                        List.of(crashes.around(who), crashes.around(may)),
                        List.of(crashes.around(onFile)),
                        List.of(undo),
                        List.of(),
                        List.of());
    }

    private static <P extends Proposal> Gate<P> gate(String name, BiFunction<CaseRecord, P, Verdict> judgement) {
        return new Gate<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Verdict judge(CaseRecord record, P proposal) {
                return judgement.apply(record, proposal);
            }
        };
    }

    ActionDoors doors(@Nullable Crashes crashes) {
        ActionPort vendor = new Vendor();
        CodeChannel mail = new Mail();
        return new ActionDoors(
                catalogue,
                List.of(crashes == null ? vendor : crashes.around(vendor)),
                new Limits(),
                new Codes(),
                crashes == null ? mail : crashes.around(mail));
    }

    /** Does what it is told as often as it is told. */
    private final class Vendor implements ActionPort {
        @Override
        public boolean serves(String binding) {
            return binding.startsWith("sandbox/");
        }

        @Override
        public Outcome carryOut(Permit permit, String binding, ActionPlan plan) {
            calls++;
            handed.add(binding + " " + permit.caseId() + " " + permit.effectId() + " " + plan.canonicalContent());
            Runnable news = meanwhile;
            meanwhile = () -> {};
            news.run();
            return take(call, () -> done(permit, binding, plan));
        }

        private Outcome take(Call call, Supplier<Outcome> work) {
            return switch (call) {
                case DONE -> work.get();
                case REFUSED -> new Outcome.Refused("not this one");
                case LOST -> new Outcome.Unknown("the line is dead");
                case UNANSWERED -> {
                    var _ = work.get();
                    yield new Outcome.Unknown("the line is dead");
                }
                case BREAKS_BEFORE -> throw new IllegalStateException("the connector broke");
                case BREAKS_AFTER -> {
                    var _ = work.get();
                    throw new IllegalStateException("the connector broke");
                }
            };
        }

        private Outcome done(Permit permit, String binding, ActionPlan plan) {
            var fields = new HashMap<String, String>();
            plan.slots().forEach(slot -> fields.put(slot.name(), slot.value()));
            fields.put("plan", plan.value("to_plan").orElse("Pro"));
            fields.put("effective", "2026-04-01");
            carriedOut.add(binding + " " + plan.slots().getFirst().value());
            confirmed.put(permit.effectId(), fields);
            return new Outcome.Done("v-" + carriedOut.size(), fields);
        }

        @Override
        public Outcome undo(Permit permit, String binding, Undo undo) {
            return take(ActionKit.this.undo, () -> {
                carriedOut.add("undo of " + binding);
                confirmed.put(permit.effectId(), Map.of());
                return new Outcome.Done("u-" + carriedOut.size(), Map.of());
            });
        }

        @Override
        public LookUp lookUp(String binding, String effectId) {
            if (isSilent) {
                return new LookUp.CannotTell("nobody answers");
            }
            Map<String, String> done = confirmed.get(effectId);
            return done == null ? new LookUp.Absent() : new LookUp.Found("v-" + effectId, done);
        }
    }

    private final class Mail implements CodeChannel {
        @Override
        public Delivery post(Permit permit, CodeMail mail, String code) {
            mailed.add(mail.address());
            posted.put(permit.effectId(), mail.address());
            return new Delivery.Accepted("mail-" + mailed.size());
        }

        @Override
        public LookUp lookUp(String effectId) {
            return posted.containsKey(effectId) ? new LookUp.Found("mail-" + effectId) : new LookUp.Absent();
        }
    }

    private final class Limits implements Reservations {
        @Override
        public <T> T alone(ActionPlan plan, Supplier<T> decision) {
            return decision.get();
        }

        @Override
        public boolean reserve(String effectId, ActionPlan plan) {
            return reserved.add(effectId);
        }

        @Override
        public void booked(String effectId) {}

        @Override
        public void release(String effectId) {
            reserved.remove(effectId);
        }
    }

    private final class Codes implements OneTimeCodes {
        @Override
        public Issue issue(CaseRecord record, ActionPlan plan) {
            var mail = new CodeMail(
                    record.id(),
                    "ch-" + plan.hash().substring(0, 12) + "-" + mailed.size(),
                    plan.customer(),
                    address,
                    clock.instant().plus(Duration.ofMinutes(10)));
            return new Issue.Issued(mail, CODE);
        }

        @Override
        public List<Fact.CodeTried> attempt(CaseRecord record) {
            var challenged = (ActionWork.Challenged) record.action();
            List<String> said = challenged.unread(record.messages()).stream()
                    .map(Message::written)
                    .filter(text -> text.matches("(?s).*\\b\\d{6}\\b.*"))
                    .toList();
            return said.isEmpty()
                    ? List.of(new Fact.CodeTried(
                            challenged.code().challenge(), Fact.CodeTried.Outcome.NONE_GIVEN, Optional.empty()))
                    : said.stream()
                            .map(text -> tried(challenged.code().challenge(), text))
                            .toList();
        }

        private Fact.CodeTried tried(String challenge, String said) {
            if (!said.contains(CODE)) {
                return new Fact.CodeTried(challenge, Fact.CodeTried.Outcome.WRONG, Optional.empty());
            }
            var now = clock.instant();
            var proof = new Proof("acc-1", "one-time code", now, now.plus(Duration.ofMinutes(30)));
            return new Fact.CodeTried(challenge, Fact.CodeTried.Outcome.ACCEPTED, Optional.of(proof));
        }
    }
}
