package io.sallyport.action;

import io.sallyport.action.Filled.Missing;
import io.sallyport.action.Filled.NotMeant;
import io.sallyport.action.Filled.Ready;
import io.sallyport.action.Filled.Unsafe;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionPlan.Slot;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.LeftOver;
import io.sallyport.model.language.LanguageModel;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans from the company's records: the message says only which action and which record, and every argument is a field of
 * a record of the account whose address on file wrote it.
 */
final class RecordPlanner implements ActionPlanner {

    /** Asked twice without a usable answer, a person takes over. */
    private static final int MOST_QUESTIONS = 2;

    private final List<Definition> definitions;
    private final Wishes wishes;
    private final OtherWishes otherWishes;
    private final BusinessRecords records;
    private final Subjects subjects;
    private final InstantSource clock;

    private final Optional<Chooser> chooser;

    RecordPlanner(Catalogue catalogue, BusinessRecords records, Optional<LanguageModel> model, InstantSource clock) {
        this.chooser = model.map(Chooser::new);
        this.definitions = catalogue.all();
        this.wishes = new Wishes(definitions);
        this.otherWishes = new OtherWishes(wishes);
        this.records = records;
        this.subjects = new Subjects(records, wishes, new Candidates(clock));
        this.clock = clock;
    }

    @Override
    public Set<String> wished(CaseRecord record) {
        return wishes.in(Said.of(record).whole()).stream().map(Definition::name).collect(Collectors.toSet());
    }

    @Override
    public LeftOver leftOver() {
        return otherWishes;
    }

    @Override
    public Fact plan(CaseRecord record) {
        return Meanwhile.settled(record, Interruption.settled(record, read(record), clock.instant()), definitions);
    }

    private Fact read(CaseRecord record) {
        Said said = Said.of(record);
        List<Definition> wished = wishes.in(said.whole());
        if (wished.isEmpty()) {
            return new Fact.ActionNotPlanned("the message asks for nothing that the catalogue has");
        }
        Optional<String> other = wishes.otherPerson(said.whole());
        if (other.isPresent()) {
            return new Fact.ActionForPerson("it is about somebody else's records: " + other.get());
        }
        return switch (Sender.find(record, records)) {
            case Sender.Unclear(String why) -> new Fact.ActionForPerson(why);
            case Sender.Known(BusinessRecord account) ->
                chooser.map(model -> chosen(model, record, said, wished, account))
                        .orElseGet(() -> plan(record, said, wished, account));
        };
    }

    /** A model may settle which record is meant; where it and the rules differ, a person does. */
    private Fact chosen(Chooser model, CaseRecord record, Said said, List<Definition> wished, BusinessRecord account) {
        return switch (model.choose(record, said, definitions, wished, subjects.own(wished, account))) {
            case Chooser.Chosen.Unasked() -> plan(record, said, wished, account);
            case Chooser.Chosen.Nothing() ->
                new Fact.ActionForPerson("by the rules something is to be done, by the model nothing");
            case Chooser.Chosen.Unusable(String why) -> new Fact.ActionForPerson(why);
            case Chooser.Chosen.One(Definition definition, var about, String reason) -> {
                Fact byRules = about.isPresent()
                        ? fact(record, said, definition, subjects.fill(definition, said, account, about), account)
                        : plan(record, said, wished, account);
                yield byRules instanceof Fact.ActionPlanned(ActionPlan plan)
                        ? agreed(plan, definition, reason)
                        : byRules;
            }
        };
    }

    private static Fact agreed(ActionPlan plan, Definition definition, String reason) {
        return plan.action().equals(definition.name())
                ? new Fact.ActionPlanned(new ActionPlan(
                        plan.caseId(),
                        plan.action(),
                        plan.definition(),
                        plan.customer(),
                        plan.slots(),
                        reason,
                        plan.amount()))
                : new Fact.ActionForPerson(
                        "by the rules it is " + plan.action() + ", by the model " + definition.name());
    }

    private Fact plan(CaseRecord record, Said said, List<Definition> wished, BusinessRecord account) {
        Map<Definition, Filled> filled = new LinkedHashMap<>();
        wished.forEach(
                definition -> filled.put(definition, subjects.fill(definition, said, account, Optional.empty())));
        Map<Definition, Filled> meant = filled.entrySet().stream()
                .filter(each -> !(each.getValue() instanceof NotMeant))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
        if (meant.size() > 1 && otherWishes.of(record).isPresent()) {
            List<Definition> inHalves = wishes.in(OtherWishes.inHalves(said.whole()));
            if (meant.keySet().stream().anyMatch(inHalves::contains)) {
                meant.keySet().retainAll(inHalves);
            }
        }
        if (meant.size() > 1) {
            return new Fact.ActionForPerson("several changes are asked for at once: "
                    + meant.keySet().stream().map(Definition::name).collect(Collectors.joining(", ")));
        }
        var one = (meant.isEmpty() ? filled : meant).entrySet().iterator().next();
        return fact(record, said, one.getKey(), one.getValue(), account);
    }

    private Fact fact(CaseRecord record, Said said, Definition definition, Filled filled, BusinessRecord account) {
        return switch (filled) {
            case Missing missing
            when said.timesAsked() >= MOST_QUESTIONS ->
                new Fact.ActionForPerson("asked " + said.timesAsked() + " times for the " + missing.slot());
            case Missing(String slot, List<String> choices) ->
                new Fact.ActionSlotMissing(definition.name(), slot, choices);
            case Unsafe(String why) -> new Fact.ActionForPerson(why);
            case NotMeant(String why) -> new Fact.ActionForPerson(why);
            case Ready ready -> ready(record, said, definition, ready, account);
        };
    }

    /** Where one of several items is named, the whole is not planned; that item is, where the catalogue has it. */
    private Fact ready(CaseRecord record, Said said, Definition definition, Ready ready, BusinessRecord account) {
        if (!Pieces.areAllOf(definition)) {
            return planned(record, said, definition, ready, account);
        }
        var pieces = new Pieces(ready.about());
        String wish = otherWishes.askingFor(definition, said.whole());
        if (!pieces.areNamedInPart(said, wish)) {
            return planned(record, said, definition, ready, account);
        }
        return ofOne(definition)
                .filter(_ -> pieces.isOneWished(said, wish))
                .map(one -> fact(record, said, one, ofOne(one, said, account, ready.about()), account))
                .orElseGet(() -> new Fact.ActionForPerson("the message names a part of "
                        + ready.about().name() + ", and a " + definition.name() + " is of all of it"));
    }

    private Filled ofOne(Definition one, Said said, BusinessRecord account, BusinessRecord about) {
        return subjects.fill(one, Pieces.inSingularToo(said), account, Optional.of(about));
    }

    /** What does the same for one item. */
    private Optional<Definition> ofOne(Definition whole) {
        return definitions.stream()
                .filter(each -> each.details().includes().contains(whole.name()) && Pieces.areOneOf(each))
                .findFirst();
    }

    private Fact planned(CaseRecord record, Said said, Definition definition, Ready ready, BusinessRecord account) {
        Optional<Amount> amount = amount(definition, ready.slots());
        Optional<String> doubt = new Pieces(ready.about())
                .doubt(definition, ready, said)
                .or(() -> amount.flatMap(sum -> doubt(said, ready, sum)));
        if (doubt.isPresent()) {
            return new Fact.ActionForPerson(doubt.get());
        }
        return new Fact.ActionPlanned(new ActionPlan(
                record.id(),
                definition.name(),
                definition.hash(),
                account.id(),
                ready.slots(),
                wishes.reason(definition, said.whole()),
                amount));
    }

    /** Of the arguments, so that it is a record's as they are. */
    private static Optional<Amount> amount(Definition definition, List<Slot> slots) {
        return definition
                .details()
                .money()
                .flatMap(money -> value(slots, money.amount())
                        .flatMap(minor -> value(slots, money.currency())
                                .map(currency -> new Amount(Long.parseLong(minor), currency))));
    }

    private static Optional<String> value(List<Slot> slots, String name) {
        return slots.stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .map(Slot::value);
    }

    private Optional<String> doubt(Said said, Ready ready, Amount sum) {
        return wishes.partialSum(said.whole())
                .map(words -> "it asks for a part that no record holds: " + words)
                .or(() -> MoneySaid.whyNot(said.whole(), sum.minor(), Fields.wholes(ready.about()), sum.currency()));
    }
}
