package io.sallyport.knowledge;

import java.util.Set;

/** Where to search: articles that fit each non-empty set. */
public record Scope(Set<Audience> audiences, Set<String> productAreas, Set<String> tags) {

    public static final Scope EVERYTHING = new Scope(Set.of(), Set.of(), Set.of());

    public static final Scope PUBLIC = new Scope(Set.of(Audience.PUBLIC), Set.of(), Set.of());

    public Scope {
        audiences = Set.copyOf(audiences);
        productAreas = Set.copyOf(productAreas);
        tags = Set.copyOf(tags);
    }

    public Scope inProductAreas(Set<String> areas) {
        return new Scope(audiences, areas, tags);
    }

    public Scope withTags(Set<String> wanted) {
        return new Scope(audiences, productAreas, wanted);
    }
}
