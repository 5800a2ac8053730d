package io.sallyport.testkit;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Proposal;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.Gate;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Gates;
import io.sallyport.gate.Permit;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Permits from a real gatekeeper whose gates pass everything, for what is behind the door. */
public final class Permits {

    private final Gatekeeper gatekeeper;
    private final CaseRecord record;

    public Permits(InstantSource clock) {
        this.gatekeeper = new Gatekeeper(willing(), clock);
        this.record = record(clock);
    }

    /** Gates that pass everything. */
    public static Gates willing() {
        return new Gates(
                List.copyOf(ScriptedGate.required()),
                List.of(new Willing<>("identity"), new Willing<>("authorization")),
                List.of(new Willing<>("address-on-file")),
                List.of(new Willing<>("authorization")),
                List.of(new Willing<>("handoff")),
                List.of(new Willing<>("handoff")));
    }

    private record Willing<P extends Proposal>(String name) implements Gate<P> {
        @Override
        public Verdict judge(CaseRecord record, P proposal) {
            return Verdict.pass(name);
        }
    }

    public CaseId caseId() {
        return record.id();
    }

    public Permit of(Proposal content) {
        return switch (gatekeeper.decide(record, content)) {
            case Gatekeeper.Decision.Granted(Permit permit, var _) -> permit;
            case Gatekeeper.Decision.Withheld(var verdicts) -> throw new AssertionError(verdicts.toString());
        };
    }

    private static CaseRecord record(InstantSource clock) {
        var ticket = new Ticket("test", "1", Channel.WEB, DeskKit.CUSTOMER, "An order", "link");
        var message = new Message(
                "m1",
                Message.Author.CUSTOMER,
                DeskKit.CUSTOMER,
                clock.instant(),
                "An order",
                "Please cancel it.",
                "",
                List.of(),
                Map.of());
        return CaseRecord.fold(List.of(new CaseEvent(
                CaseId.random(),
                1,
                clock.instant(),
                Actor.customer(DeskKit.CUSTOMER),
                new Fact.TicketOpened(ticket, message),
                ChainHash.GENESIS,
                "")));
    }
}
