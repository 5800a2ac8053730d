package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.FieldValue;
import io.sallyport.casefile.Findings;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Verdict;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says in words what the policies say to a plan now, and why. */
public final class Explainer {

    private final CedarEngine engine;
    private final Authorizer authorizer;
    private final BusinessRecords records;
    private final InstantSource clock;

    Explainer(CedarEngine engine, Authorizer authorizer, BusinessRecords records, InstantSource clock) {
        this.engine = engine;
        this.authorizer = authorizer;
        this.records = records;
        this.clock = clock;
    }

    /** One line each. */
    public List<String> explain(CaseRecord record, ActionPlan plan) {
        Verdict verdict = new AuthorizationGate(engine, authorizer).judge(record, plan);
        List<String> lines = new ArrayList<>();
        lines.add(plan.action() + " for " + plan.customer()
                + plan.amount().map(amount -> ", " + amount).orElse("") + ": " + outcome(verdict));
        switch (verdict) {
            case Verdict.Pass pass -> pass.notes().forEach(note -> lines.add("  permitted: " + note));
            case Verdict.Stop stop -> {
                lines.add("  because: " + stop.reason());
                stop.flagged().forEach(flag -> lines.add("  policy: " + flag.sentence() + "  [" + flag.why() + "]"));
            }
        }
        lines.addAll(circumstances(record, plan));
        return lines;
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass _ -> "allowed";
            case Verdict.Stop stop ->
                stop.remedy()
                        .map(remedy -> switch (remedy) {
                            case PROOF -> "denied until the customer has proven who they are";
                            case APPROVAL -> "waits for a person with the right role";
                            case SECOND_APPROVAL -> "waits for a lead and a second person";
                        })
                        .orElse("denied, and nobody's approval changes that");
        };
    }

    private List<String> circumstances(CaseRecord record, ActionPlan plan) {
        try {
            Question question = authorizer.question(record, plan);
            Map<String, FieldValue> context =
                    question.circumstances().context(question.action().context());
            List<String> lines = new ArrayList<>();
            question.request()
                    .things()
                    .forEach(thing -> lines.add("  " + thing.uid() + ": " + words(thing.attributes())));
            lines.add("  circumstances: " + words(context));
            return lines;
        } catch (Unfit | BusinessRecords.Unreachable _) {
            return List.of();
        }
    }

    private static String words(Map<String, FieldValue> fields) {
        List<String> words = new ArrayList<>();
        new TreeMap<>(fields).forEach((name, value) -> words.add(name + " " + words(value)));
        return String.join(", ", words);
    }

    private static String words(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> text;
            case FieldValue.Whole(long number) -> Long.toString(number);
            case FieldValue.Flag(boolean flag) -> flag ? "yes" : "no";
            case FieldValue.Many(List<FieldValue> all) ->
                all.stream().map(Explainer::words).toList().toString();
            case FieldValue.Group(Map<String, FieldValue> fields) -> "(" + words(fields) + ")";
        };
    }

    /** A case of nobody's, for a plan that is on none: as if its customer had just written from the address on file. */
    public CaseRecord scratch(ActionPlan plan) {
        String address = records.find("account", plan.customer())
                .flatMap(account -> account.text("email"))
                .orElse("nobody@example.invalid");
        CaseId id = plan.caseId();
        var message = new Message(
                "scratch-" + id.value(),
                Message.Author.CUSTOMER,
                address,
                clock.instant(),
                "A plan",
                "A plan",
                "",
                List.of(),
                Map.of());
        var ticket = new Ticket("scratch", id.value(), Channel.WEB, address, "A plan", id.value());
        return CaseRecord.fresh(
                id,
                1,
                ticket,
                clock.instant(),
                List.of(message),
                new Findings(Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
