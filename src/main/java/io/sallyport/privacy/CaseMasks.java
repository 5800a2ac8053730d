package io.sallyport.privacy;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.text.Latest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One mask for each case worked on lately, so that a value keeps its placeholder from question to question. */
public final class CaseMasks {

    /** A case's questions follow each other within minutes; who comes back later gets new placeholders, which harms nobody. */
    private static final int REMEMBERED_CASES = 2_048;

    /** Passages of a few hundred articles, and what the latest customers wrote; a kilobyte or two each. */
    private static final int REMEMBERED_TEXTS = 4_096;

    private final PersonalData finders;
    private final Latest<CaseId, Mask> masks;

    /** @param onFile what the Case Record holds of its customer */
    public CaseMasks(PersonalData finders, Function<CaseId, Map<Kind, Set<String>>> onFile) {
        this.finders = finders.remembering(REMEMBERED_TEXTS);
        this.masks = new Latest<>(REMEMBERED_CASES, caseId -> new Mask(this.finders, onFile.apply(caseId)));
    }

    /** The case's mask, for whoever has read the case already. */
    public Mask of(CaseRecord record) {
        return masks.of(record.id(), () -> new Mask(finders, OnFile.of(record)));
    }

    /**
     * The mask of a case, which is read for that where there is none yet.
     *
     * @param caseId none: a mask for one question, of nobody in particular
     */
    public Mask of(Optional<CaseId> caseId) {
        return caseId.map(masks::of).orElseGet(() -> new Mask(finders, Map.of()));
    }
}
