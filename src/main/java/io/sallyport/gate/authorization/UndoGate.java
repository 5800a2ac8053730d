package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.FieldValue.Text;
import io.sallyport.casefile.FieldValue.Whole;
import io.sallyport.casefile.Undo;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.Gate;
import io.sallyport.gate.authorization.Request.Thing;
import io.sallyport.gate.authorization.Request.Uid;
import java.util.List;
import java.util.Map;

/** Lets a person take an action back when the policies permit that person. */
public final class UndoGate implements Gate<Undo> {

    private final CedarEngine engine;
    private final DeskRoles roles;
    private final String homeCurrency;

    UndoGate(CedarEngine engine, DeskRoles roles, String homeCurrency) {
        this.engine = engine;
        this.roles = roles;
        this.homeCurrency = homeCurrency;
    }

    @Override
    public String name() {
        return AuthorizationGate.NAME;
    }

    @Override
    public Verdict judge(CaseRecord record, Undo undo) {
        boolean wasDone = record.findEffect(undo.effectId())
                .filter(Effect::isAccepted)
                .flatMap(Effect::plan)
                .filter(undo.plan()::equals)
                .isPresent();
        if (!wasDone) {
            return Verdict.stop(name(), "this was not carried out on this case");
        }
        if (undo.by().isBlank()) {
            return Verdict.stop(name(), "nobody says who takes it back");
        }
        Ruling ruling = engine.decide(request(undo));
        if (ruling.allowed()) {
            return new Verdict.Pass(name(), Spoken.notes(engine, ruling));
        }
        return ruling.errors().isEmpty()
                ? new Verdict.Stop(
                        name(), Spoken.reason(engine, ruling, "undoing", Yes.NOBODYS), Spoken.flags(engine, ruling))
                : Verdict.stop(name(), "the policies cannot tell: " + String.join("; ", ruling.errors()));
    }

    private Request request(Undo undo) {
        ActionPlan plan = undo.plan();
        var operator = new Uid("Operator", undo.by());
        var change = new Uid("Change", undo.effectId());
        return new Request(
                operator,
                new Uid("Action", "undo"),
                change,
                Map.of("home_currency", new Text(homeCurrency)),
                List.of(
                        new Thing(operator, Map.of("role", new Text(roles.of(undo.by())))),
                        new Thing(
                                change,
                                Map.of(
                                        "action", new Text(plan.action()),
                                        "amount_minor",
                                                new Whole(plan.amount()
                                                        .map(Amount::minor)
                                                        .orElse(0L)),
                                        "currency",
                                                new Text(plan.amount()
                                                        .map(Amount::currency)
                                                        .orElse(homeCurrency))))));
    }
}
