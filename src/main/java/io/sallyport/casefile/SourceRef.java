package io.sallyport.casefile;

/**
 * One revision of one source: {@code article:pair-a-sensor@3}.
 *
 * @param id kind and name, such as {@code article:pair-a-sensor}
 * @param revision counted from 1
 */
public record SourceRef(String id, int revision) {
    public SourceRef {
        if (id.isBlank() || revision < 1) {
            throw new IllegalArgumentException("not a source revision: '" + id + "' revision " + revision);
        }
    }

    @Override
    public String toString() {
        return id + "@" + revision;
    }
}
