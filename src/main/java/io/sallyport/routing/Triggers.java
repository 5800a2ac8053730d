package io.sallyport.routing;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.SinceActed;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Trigger.Kind;
import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.PhraseHit;
import io.sallyport.text.phrases.Phrasebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every reason, known from the record, to bring a person in. The same record always gives the same. */
final class Triggers {

    /** Triage read it from the whole message, so there are no single words to show. */
    private static final String BY_THE_WHOLE = "by the message as a whole";

    /** What the sections of {@link Concerns#OTHER_LANGUAGES} are reasons for; the others say how urgent it is. */
    private static final Map<String, Kind> OTHER_LANGUAGES = Map.ofEntries(
            Map.entry("self-harm", Kind.SAFETY),
            Map.entry("threat", Kind.SAFETY),
            Map.entry("injury", Kind.SAFETY),
            Map.entry("break-in", Kind.SECURITY),
            Map.entry("suspicion", Kind.SECURITY),
            Map.entry("phishing", Kind.SECURITY),
            Map.entry("legal", Kind.LEGAL),
            Map.entry("person-asked", Kind.PERSON_ASKED),
            Map.entry("insult", Kind.SEVERE_FRUSTRATION),
            Map.entry("counted", Kind.REPEATED_ATTEMPTS),
            Map.entry("chores", Kind.OUT_OF_SCOPE),
            Map.entry("change", Kind.ACTION_NEEDS_PERSON));

    /** Whatever triage doubts, their words stay. */
    private static final Set<Kind> BEYOND_DOUBT = Set.of(Kind.SAFETY, Kind.SECURITY, Kind.LEGAL, Kind.PERSON_ASKED);

    private final Phrasebook legal = Phrasebook.load(Concerns.COMMON, "/routing/legal.txt");
    private final Phrasebook person = Phrasebook.load(Concerns.COMMON, "/routing/person.txt");
    private final Phrasebook strange = Phrasebook.load(Concerns.COMMON, "/routing/out-of-scope.txt");
    private final Phrasebook changes = Phrasebook.load(Concerns.COMMON, "/routing/account-changes.txt");
    private final Frustration frustration = new Frustration();
    private final Attempts attempts = new Attempts();
    private final AfterAnswer afterAnswer = new AfterAnswer();
    private final RoutingSettings settings;

    Triggers(RoutingSettings settings) {
        this.settings = settings;
    }

    /** @param setAside what single words say and the message as a whole belies */
    record Found(List<Trigger> triggers, List<Trigger> setAside) {}

    Found of(CaseRecord record) {
        Triage triage = record.triage();
        Words words = Words.of(record);
        var found = new ArrayList<Trigger>();
        var setAside = new ArrayList<>(triage.urgency().setAside());
        if (triage.priority() == Priority.P1) {
            found.add(new Trigger(Kind.P1, triage.urgency().told()));
        }
        byWords(words)
                .forEach(trigger ->
                        (isDoubted(trigger, triage) && !isShouted(trigger, words) ? setAside : found).add(trigger));
        Attempts.inThread(record).ifPresent(count -> addNew(found, new Trigger(Kind.REPEATED_ATTEMPTS, count)));
        afterAnswer.in(record).forEach(trigger -> addNew(found, trigger));
        add(found, Kind.INJECTION, injection(record));
        ofCustomer(found, triage.customer());
        Optional<String> strangeLanguage = language(record);
        add(found, Kind.LANGUAGE_NOT_SERVED, strangeLanguage);
        if (strangeLanguage.isEmpty()) {
            byTheWhole(found, triage);
        }
        addOfModel(found, triage.reading().triggers());
        if (isDone(record)) {
            found.removeIf(trigger -> trigger.kind() == Kind.ACTION_NEEDS_PERSON);
        }
        return new Found(List.copyOf(found), List.copyOf(setAside));
    }

    /** What was to be done has been done, and nothing that was written since wants more. */
    private boolean isDone(CaseRecord record) {
        return SinceActed.isPartOfUnanswered(record)
                && byWords(Words.sinceActed(record)).stream()
                        .noneMatch(trigger -> trigger.kind() == Kind.ACTION_NEEDS_PERSON);
    }

    private static boolean isDoubted(Trigger trigger, Triage triage) {
        return !BEYOND_DOUBT.contains(trigger.kind()) && triage.doubts().contains(trigger.kind());
    }

    /** Whoever reads a message as a whole does not see its capitals. */
    private static boolean isShouted(Trigger trigger, Words words) {
        return trigger.kind() == Kind.SEVERE_FRUSTRATION && Shouting.isIn(words.raw());
    }

    /** What single words and phrases say, in any language. */
    private List<Trigger> byWords(Words words) {
        var found = new ArrayList<Trigger>();
        add(found, Kind.SAFETY, first(Concerns.SAFETY, words));
        add(found, Kind.SECURITY, first(Concerns.SECURITY, words));
        add(found, Kind.LEGAL, first(legal, words));
        add(found, Kind.PERSON_ASKED, first(person, words));
        add(found, Kind.SEVERE_FRUSTRATION, frustration.find(words.plain(), words.raw()));
        add(found, Kind.REPEATED_ATTEMPTS, attempts.told(words.plain()));
        add(found, Kind.OUT_OF_SCOPE, first(strange, words));
        add(found, Kind.ACTION_NEEDS_PERSON, first(changes, words));
        Concerns.OTHER_LANGUAGES
                .find(words.plain())
                .forEach(hit -> Optional.ofNullable(OTHER_LANGUAGES.get(hit.section()))
                        .ifPresent(kind -> addNew(found, new Trigger(kind, hit.words()))));
        return found;
    }

    /** What was learned from English messages and says nothing about others. */
    private static void byTheWhole(List<Trigger> found, Triage triage) {
        if (triage.classification().isOutOfScope()) {
            addNew(found, new Trigger(Kind.OUT_OF_SCOPE, "like nothing that this desk serves"));
        }
        triage.impressions().forEach(kind -> addNew(found, new Trigger(kind, BY_THE_WHOLE)));
    }

    /** A model's reading can only add to what the rules find. */
    private static void addOfModel(List<Trigger> found, List<Trigger> models) {
        models.forEach(trigger -> addNew(found, trigger));
    }

    private static void ofCustomer(List<Trigger> found, Customer customer) {
        if (customer.isVip()) {
            found.add(new Trigger(Kind.VIP, customer.name()));
        }
        if (customer.isAtRisk()) {
            found.add(new Trigger(Kind.AT_RISK, customer.name()));
        }
    }

    private static Optional<String> injection(CaseRecord record) {
        return record.findings().screening().stream()
                .flatMap(screening -> screening.injections().stream())
                .findFirst()
                .map(mark -> mark.kind() + ": " + mark.passage());
    }

    private Optional<String> language(CaseRecord record) {
        return record.findings()
                .screening()
                .map(Screening::language)
                .filter(language ->
                        !language.equals("und") && !settings.languages().contains(language));
    }

    private static Optional<String> first(Phrasebook book, Words words) {
        return book.findFirst(words.plain()).map(PhraseHit::words);
    }

    private static void addNew(List<Trigger> found, Trigger trigger) {
        if (found.stream().noneMatch(known -> known.kind() == trigger.kind())) {
            found.add(trigger);
        }
    }

    private static void add(List<Trigger> found, Kind kind, Optional<String> because) {
        because.ifPresent(words -> found.add(new Trigger(kind, words)));
    }
}
