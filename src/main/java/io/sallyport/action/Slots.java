package io.sallyport.action;

import io.sallyport.action.Argument.Origin;
import io.sallyport.action.Filled.Missing;
import io.sallyport.action.Filled.NotMeant;
import io.sallyport.action.Filled.Ready;
import io.sallyport.action.Filled.Unsafe;
import io.sallyport.casefile.ActionPlan.RecordField;
import io.sallyport.casefile.ActionPlan.Slot;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Fills the arguments of an action from the record that it is about and from the account; a value is always a field's. */
final class Slots {

    /** What came of one argument. */
    private sealed interface One {
        record At(Slot slot) implements One {}

        record Not(Filled why) implements One {}

        record Skipped() implements One {}
    }

    /** The argument that an account goes by once it is changed. */
    static final String NEW_EMAIL = "new_email";

    private static final Pattern FIRST = Pattern.compile("[ _]");

    private final BusinessRecord account;
    private final BusinessRecord about;
    private final List<BusinessRecord> own;
    private final Said said;
    private final Predicate<String> isWish;

    /**
     * @param own other records of the account, whose items a message may speak of
     * @param isWish whether a sentence of the message is one that asks for the action
     */
    Slots(BusinessRecord account, BusinessRecord about, List<BusinessRecord> own, Said said, Predicate<String> isWish) {
        this.account = account;
        this.about = about;
        this.own = List.copyOf(own);
        this.said = said;
        this.isWish = isWish;
    }

    Filled fill(Definition definition) {
        var slots = new ArrayList<Slot>();
        for (Argument argument : definition.details().arguments().all()) {
            switch (one(definition, argument)) {
                case One.At(Slot slot) -> slots.add(slot);
                case One.Not(Filled why) -> {
                    return why;
                }
                case One.Skipped() -> {}
            }
        }
        return definition
                .details()
                .arguments()
                .whyNot(slots)
                .<Filled>map(why -> new Unsafe("its arguments do not fit the catalogue: " + why))
                .orElseGet(() -> new Ready(slots, about));
    }

    private One one(Definition definition, Argument argument) {
        Optional<Origin> origin = argument.origins().stream()
                .filter(each -> find(each.kind()).isPresent())
                .findFirst();
        if (origin.isEmpty()) {
            return new One.Skipped();
        }
        BusinessRecord record = find(origin.get().kind()).orElseThrow();
        return switch (origin.get()) {
            case Origin.Field(String _, String field) ->
                Fields.text(record, field)
                        .<One>map(value -> at(argument, value, record.name(), field))
                        .orElseGet(() -> none(argument, record.name() + " has no " + field));
            case Origin.Part part -> part(argument, part, record);
            case Origin.Choice choice -> choice(definition, argument, choice, record);
        };
    }

    private Optional<BusinessRecord> find(String kind) {
        if (kind.isEmpty() || kind.equals(about.kind())) {
            return Optional.of(about);
        }
        return kind.equals(account.kind()) ? Optional.of(account) : Optional.empty();
    }

    private static One none(Argument argument, String why) {
        return argument.isRequired() ? new One.Not(new Unsafe(why)) : new One.Skipped();
    }

    private static One at(Argument argument, String value, String record, String field) {
        try {
            return new One.At(new Slot(argument.name(), value, new RecordField(record, field)));
        } catch (IllegalArgumentException unfit) {
            return new One.Not(new Unsafe(record + "#" + field + " holds no plain value"));
        }
    }

    private One part(Argument argument, Origin.Part part, BusinessRecord record) {
        List<Map<String, FieldValue>> entries = Fields.entries(record, part.list());
        List<Map<String, FieldValue>> all = entries.stream()
                .filter(entry -> part.otherThan()
                        .flatMap(field -> Fields.text(about, field))
                        .filter(value -> Fields.text(entry, part.field())
                                .filter(value::equals)
                                .isPresent())
                        .isEmpty())
                .toList();
        Pointed pointed = pointed(argument, part, entries);
        if (pointed.strange().isPresent()) {
            return none(argument, pointed.strange().get());
        }
        List<Map<String, FieldValue>> named =
                pointed.named().stream().filter(all::contains).toList();
        boolean mayGuess = argument.isRequired() && all.size() == 1 && (!part.isChosen() || pointed.isOther());
        List<Map<String, FieldValue>> meant = named.isEmpty() && mayGuess ? all : named;
        Optional<String> another = meant.size() == 1 && !isPostal(entries)
                ? Items.strange(meant.getFirst(), part.list(), own, said)
                : Optional.empty();
        if (another.isPresent()) {
            return none(argument, another.get());
        }
        if (meant.size() == 1) {
            return Fields.text(meant.getFirst(), part.field())
                    .<One>map(value -> at(argument, value, record.name(), Entries.path(record, part, meant.getFirst())))
                    .orElseGet(
                            () -> none(argument, record.name() + " has no " + part.list() + " with " + part.field()));
        }
        if (!argument.isRequired()) {
            return new One.Skipped();
        }
        List<String> choices = (named.isEmpty() ? all : named)
                .stream()
                        .flatMap(entry -> Entries.shown(entry).stream())
                        .distinct()
                        .toList();
        return choices.size() < 2
                ? new One.Not(new Unsafe("which of " + record.name() + "#" + part.list() + " is meant cannot be told"))
                : new One.Not(new Missing(Entries.slot(argument), choices));
    }

    private Pointed pointed(Argument argument, Origin.Part part, List<Map<String, FieldValue>> entries) {
        if (argument.name().equals(NEW_EMAIL)) {
            return Mailboxes.changedTo(entries, part.field(), said, account);
        }
        if (part.field().equals("email")) {
            return Mailboxes.pointed(entries, part.field(), said);
        }
        Set<String> nouns =
                Set.of(FIRST.splitAsStream(Entries.slot(argument)).findFirst().orElseThrow());
        return isPostal(entries)
                ? new PostalAddresses(entries, List.of(account, about)).pointed(said, nouns)
                : new Pointed(
                        Entries.named(entries, said), Entries.isOtherMeant(said.whole(), nouns), Optional.empty());
    }

    private static boolean isPostal(List<Map<String, FieldValue>> entries) {
        return entries.stream().anyMatch(entry -> entry.containsKey(PostalAddresses.LINE));
    }

    private One choice(Definition definition, Argument argument, Origin.Choice choice, BusinessRecord record) {
        Optional<String> than = choice.than().flatMap(field -> Fields.text(record, field));
        int now = than.map(choice.words()::indexOf).orElse(-1);
        if (choice.than().isPresent() && now < 0) {
            return new One.Not(new Unsafe("what " + record.name() + " has now is not in the catalogue"));
        }
        List<String> possible = choice.words().stream()
                .filter(word -> choice.than().isEmpty()
                        || (choice.isAbove()
                                ? choice.words().indexOf(word) > now
                                : choice.words().indexOf(word) < now))
                .toList();
        List<String> named = new ChoiceWords(choice.words(), Entries.slot(argument), isWish)
                .in(said).stream()
                        .filter(word -> than.filter(word::equals).isEmpty())
                        .toList();
        List<String> meant = named.stream().filter(possible::contains).toList();
        if (meant.size() == 1 && named.size() == 1) {
            return at(argument, meant.getFirst(), "action:" + definition.name(), argument.name());
        }
        boolean isOther = !named.isEmpty() && meant.isEmpty();
        return isOther || possible.isEmpty()
                ? new One.Not(new NotMeant(
                        definition.name() + " does not lead from " + than.orElse("there") + " to what is asked for"))
                : new One.Not(new Missing(Entries.slot(argument), meant.isEmpty() ? possible : meant));
    }
}
