package io.sallyport.action;

import io.sallyport.action.Filled.Missing;
import io.sallyport.action.Filled.Ready;
import io.sallyport.action.Filled.Unsafe;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the one record that an action is about, and fills its arguments from it. */
final class Subjects {

    private static final String ACCOUNT = "account";

    /** More choices than a person reads. */
    private static final int MOST_CHOICES = 8;

    private final BusinessRecords records;
    private final Wishes wishes;
    private final Candidates candidates;

    Subjects(BusinessRecords records, Wishes wishes, Candidates candidates) {
        this.records = records;
        this.wishes = wishes;
        this.candidates = candidates;
    }

    /** What an action of the catalogue can be about, of this account. */
    List<BusinessRecord> own(List<Definition> definitions, BusinessRecord account) {
        return definitions.stream()
                .flatMap(definition -> definition.details().about().stream())
                .distinct()
                .filter(kind -> !kind.equals(ACCOUNT))
                .flatMap(kind -> own(kind, account).stream())
                .toList();
    }

    private List<BusinessRecord> own(String kind, BusinessRecord account) {
        return records.of(kind, account.id()).stream()
                .filter(record ->
                        record.text(ACCOUNT).filter(account.id()::equals).isPresent())
                .toList();
    }

    /** @param chosen the record that a model takes the words to mean; numbers in the words have to agree */
    Filled fill(Definition definition, Said said, BusinessRecord account, Optional<BusinessRecord> chosen) {
        Optional<String> stranger = strangeAddress(definition, said, account);
        if (stranger.isPresent()) {
            return new Unsafe(stranger.get());
        }
        List<String> kinds = definition.details().about();
        if (kinds.equals(List.of(ACCOUNT))) {
            return slots(definition, said, account, account, List.of()).fill(definition);
        }
        List<BusinessRecord> own =
                kinds.stream().flatMap(kind -> own(kind, account).stream()).toList();
        return about(definition, said, account, own, chosen);
    }

    /** Only an address of the account may be named where one is named at all. */
    private static Optional<String> strangeAddress(Definition definition, Said said, BusinessRecord account) {
        Set<String> known = Addresses.of(account);
        boolean entersItThemselves = definition.details().arguments().all().stream()
                .anyMatch(argument -> argument.name().equals(Slots.NEW_EMAIL));
        return entersItThemselves
                ? Optional.empty()
                : Mailboxes.in(said.whole()).stream()
                        .filter(address -> !known.contains(address))
                        .findFirst()
                        .map(_ -> "the message names an e-mail address that is not one of the account");
    }

    private Filled about(
            Definition definition,
            Said said,
            BusinessRecord account,
            List<BusinessRecord> own,
            Optional<BusinessRecord> chosen) {
        List<BusinessRecord> named = new ArrayList<>();
        for (String kind : definition.details().about()) {
            Mentions found = mentions(kind, said, own);
            if (!found.strange().isEmpty()) {
                return new Unsafe("the message names a number that is none of this account's " + kind + "s: "
                        + found.strange().getFirst());
            }
            named.addAll(found.own());
        }
        if (chosen.isPresent()) {
            return named.isEmpty() || named.contains(chosen.get())
                    ? with(definition, said, account, chosen.get(), own)
                    : new Unsafe("the message names another record than "
                            + chosen.get().name());
        }
        if (named.size() == 1) {
            return with(definition, said, account, named.getFirst(), own);
        }
        return named.isEmpty()
                ? unnamed(definition, said, account, own)
                : new Missing(named.getFirst().kind(), ids(named));
    }

    private static Mentions mentions(String kind, Said said, List<BusinessRecord> own) {
        List<BusinessRecord> ofKind =
                own.stream().filter(record -> record.kind().equals(kind)).toList();
        Mentions latest = Mentions.of(kind, said.latest(), ofKind);
        return latest.own().isEmpty() && latest.strange().isEmpty() ? Mentions.of(kind, said.whole(), ofKind) : latest;
    }

    /** Exactly one that it can be meant for is meant; of several, the customer says which. */
    private Filled unnamed(Definition definition, Said said, BusinessRecord account, List<BusinessRecord> own) {
        List<String> kinds = definition.details().about();
        List<String> spokenOf = kinds.stream()
                .filter(kind -> wishes.speaksOf(kind, said.whole()))
                .toList();
        List<String> meant = spokenOf.isEmpty() ? kinds : spokenOf;
        List<BusinessRecord> possible = new ArrayList<>();
        for (String kind : meant) {
            List<BusinessRecord> ofKind =
                    own.stream().filter(record -> record.kind().equals(kind)).toList();
            possible.addAll(candidates.of(definition.details(), kind, ofKind, said.whole()));
        }
        if (possible.isEmpty()) {
            return new Unsafe("the account has no " + String.join(" or ", meant) + " that a " + definition.name()
                    + " can be meant for");
        }
        return possible.size() == 1
                ? with(definition, said, account, possible.getFirst(), own)
                : new Missing(possible.getFirst().kind(), ids(possible));
    }

    private Filled with(
            Definition definition, Said said, BusinessRecord account, BusinessRecord about, List<BusinessRecord> own) {
        Map<String, Set<String>> must = definition.details().must().getOrDefault(about.kind(), Map.of());
        if (!Candidates.hasOneOf(about, must)) {
            return new Unsafe(about.name() + " is not in a state for a " + definition.name());
        }
        Filled filled = slots(definition, said, account, about, own).fill(definition);
        return filled instanceof Ready ready && ready.slots().isEmpty() ? new Unsafe("nothing to plan with") : filled;
    }

    private Slots slots(
            Definition definition, Said said, BusinessRecord account, BusinessRecord about, List<BusinessRecord> own) {
        return new Slots(
                account,
                about,
                own,
                said,
                sentence -> wishes.in(sentence, said.whole()).contains(definition));
    }

    private static List<String> ids(List<BusinessRecord> records) {
        return records.stream().map(BusinessRecord::id).limit(MOST_CHOICES).toList();
    }
}
