package io.sallyport.gate;

import io.sallyport.casefile.SourceRef;
import java.util.Optional;

/** What gates ask of the place where sources are kept. */
public interface Sources {

    /** That very revision as it stands at this moment, empty when there is none. */
    Optional<SourceText> find(SourceRef ref);
}
