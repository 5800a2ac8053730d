package io.sallyport.gate;

import io.sallyport.casefile.SourceRef;
import java.util.Map;
import java.util.Optional;

/** What gates ask of the place where sources are kept. */
public interface Sources {

    /** That very revision as it stands at this moment, empty when there is none. */
    Optional<SourceText> find(SourceRef ref);

    /** By title the newest revisions that customers may read and that a person has reviewed; none where no list is kept. */
    default Map<SourceRef, String> listPublic() {
        return Map.of();
    }
}
