package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.SourceRef;
import java.util.Optional;
import java.util.Random;

/** Turns a true sentence into another one; empty where it finds nothing to change. */
interface TextChange {

    /** @param source where the sentence stands */
    Optional<String> apply(String sentence, SourceRef source, Corpus corpus, Random random);
}
