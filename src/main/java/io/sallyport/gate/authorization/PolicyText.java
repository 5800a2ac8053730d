package io.sallyport.gate.authorization;

import java.util.Map;
import java.util.Optional;

/**
 * One policy as it is written.
 *
 * @param id of its {@code @id} annotation
 * @param file the file's name
 * @param line where it begins, counted from 1
 * @param permits whether it permits; else it forbids
 * @param annotations all of them, by name
 * @param source its text without what is commented before it
 */
public record PolicyText(
        String id, String file, int line, boolean permits, Map<String, String> annotations, String source) {

    public PolicyText {
        annotations = Map.copyOf(annotations);
    }

    /** Why it is there, in words; the id where nobody wrote it. */
    public String reason() {
        return annotations.getOrDefault("reason", id);
    }

    /** The help article that tells customers of it. */
    public Optional<String> article() {
        return Optional.ofNullable(annotations.get("article"));
    }

    public String place() {
        return file + ":" + line;
    }
}
