package io.sallyport.evaluation.mutation;

import java.util.Locale;

/** A way in which a clean reply is changed. */
enum Kind {
    VALUE_SWAPPED(ValueChanges::swapped),
    NEW_VALUE(ValueChanges::invented),
    NEGATION(WordChanges::negated),
    MODALITY(WordChanges::otherModality),
    NAME_SWAPPED(WordChanges::otherName),
    SPLICE(SentenceChanges::spliced),
    OTHER_ARTICLE(SentenceChanges::fromAnother),
    OPPOSITE(WordChanges::opposite),
    UNIT(WordChanges::otherUnit),
    QUANTITY(WordChanges::otherQuantity),
    JOINED(SentenceChanges::joined),
    CONDITION_DROPPED(SentenceChanges::withoutCondition),
    ROLES_SWAPPED(SentenceChanges::rolesSwapped),
    CLAIM_ADDED(SentenceChanges::withClaimAdded),

    CONTRACTED(Rewrites::contracted),
    EXPANDED(Rewrites::expanded),
    SYNONYM(Rewrites::synonym),
    SPELLING(Rewrites::spelling),
    LEAD_IN(Rewrites::leadIn),
    FIGURE_AS_WORD(Rewrites::figureAsWord),
    CLAUSE_MOVED(Rewrites::clauseMoved),
    ONE_FOR_YOU(Rewrites::oneForYou);

    private final TextChange change;

    Kind(TextChange change) {
        this.change = change;
    }

    TextChange change() {
        return change;
    }

    /** Whether what comes out is as true as what went in. */
    boolean isTruthful() {
        return ordinal() >= CONTRACTED.ordinal();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
