package io.sallyport.action;

import io.sallyport.casefile.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a message says of the entries of a list.
 *
 * @param named those that it names
 * @param isOther whether it means the one besides the one that is there now, as in "my other address"
 * @param strange words that name something of the kind that is no entry
 */
record Pointed(List<Map<String, FieldValue>> named, boolean isOther, Optional<String> strange) {

    Pointed {
        named = List.copyOf(named);
    }
}
