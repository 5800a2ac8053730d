package io.sallyport.action;

import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.LeftOver;
import io.sallyport.model.language.LanguageModel;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Turns what a customer wants done into a plan, or says why not. May be shared between threads. */
public interface ActionPlanner {

    /** For a desk without an action lane. */
    ActionPlanner NONE = _ -> new Fact.ActionNotPlanned("this desk changes no accounts");

    /** One that plans from the company's records, by lists of phrases. */
    static ActionPlanner of(Catalogue catalogue, BusinessRecords records, InstantSource clock) {
        return new RecordPlanner(catalogue, records, Optional.empty(), clock);
    }

    /** The same, with a model that may name which change, which record and which reason are meant, out of lists. */
    static ActionPlanner of(
            Catalogue catalogue, BusinessRecords records, Optional<LanguageModel> model, InstantSource clock) {
        return new RecordPlanner(catalogue, records, model, clock);
    }

    /**
     * @return {@link Fact.ActionPlanned}, {@link Fact.ActionNotPlanned}, {@link Fact.ActionSlotMissing} or
     *     {@link Fact.ActionForPerson}; {@link Fact.CodeAwaited} when a code is out for the very plan
     * @throws BusinessRecords.Unreachable when a record that it needs cannot be read now
     */
    Fact plan(CaseRecord record);

    /** Whether the catalogue offers what the message asks for; by its words alone, so that the same record always gets the same. */
    default boolean offers(CaseRecord record) {
        return !wished(record).isEmpty();
    }

    /** Names of the catalogue's entries that the message asks for; by its words alone. */
    default Set<String> wished(CaseRecord record) {
        return Set.of();
    }

    /** What the message wants done besides, and the catalogue does not offer. */
    default LeftOver leftOver() {
        return LeftOver.NONE;
    }
}
