package io.sallyport.evaluation.mutation;

import java.util.List;

/**
 * A way in which a clean reply is changed.
 *
 * @param isTruthful whether what comes out is as true as what went in
 */
record Change(String label, boolean isTruthful, TextChange change) {

    static final List<Change> OF_TEXT = List.of(
            untrue("value_swapped", ValueChanges::swapped),
            untrue("new_value", ValueChanges::invented),
            untrue("currency", ValueChanges::otherCurrency),
            untrue("unit", WordChanges::otherUnit),
            untrue("quantity", WordChanges::otherQuantity),
            untrue("negation", WordChanges::negated),
            untrue("modality", WordChanges::otherModality),
            untrue("name_swapped", WordChanges::otherName),
            untrue("opposite", WordChanges::opposite),
            untrue("adverb_added", WordChanges::withAdverb),
            untrue("splice", SentenceChanges::spliced),
            untrue("joined", SentenceChanges::joined),
            untrue("other_article", SentenceChanges::fromAnother),
            untrue("condition_dropped", SentenceChanges::withoutCondition),
            untrue("roles_swapped", SentenceChanges::rolesSwapped),
            untrue("claim_added", SentenceChanges::withClaimAdded),
            untrue("made_up", SentenceChanges::madeUp),
            truthful("contracted", Rewrites::contracted),
            truthful("expanded", Rewrites::expanded),
            truthful("synonym", Rewrites::synonym),
            truthful("spelling", Rewrites::spelling),
            truthful("lead_in", Rewrites::leadIn),
            truthful("figure_as_word", Rewrites::figureAsWord),
            truthful("clause_moved", Rewrites::clauseMoved),
            truthful("one_for_you", Rewrites::oneForYou));

    private static Change untrue(String label, TextChange change) {
        return new Change(label, false, change);
    }

    private static Change truthful(String label, TextChange change) {
        return new Change(label, true, change);
    }
}
