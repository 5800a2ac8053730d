package io.sallyport.intake;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the watcher saw at the door and the screening, a step later, must know. It travels in the message's headers;
 * the same names from outside are dropped.
 */
final class Marks {

    /** Our own outgoing mail bears the case here, so that it is known when it comes back. */
    static final String OWN_CASE = "x-sallyport-case";

    static final String HIDDEN = "x-sallyport-hidden";
    static final String WARNING = "x-sallyport-warning";
    static final String LOOP = "x-sallyport-loop";

    /** It goes on with a conversation, whatever marks of a list it bears. */
    static final String ANSWER = "x-sallyport-answer";

    private static final String PREFIX = "x-sallyport-";

    private final Map<String, String> headers = new TreeMap<>();

    Marks(Map<String, String> outside) {
        outside.forEach((name, value) -> {
            if (!name.startsWith(PREFIX) || name.equals(OWN_CASE)) {
                headers.put(name, value);
            }
        });
    }

    void add(String name, String value) {
        headers.merge(name, value, (before, more) -> before + "\n" + more);
    }

    Map<String, String> headers() {
        return headers;
    }
}
