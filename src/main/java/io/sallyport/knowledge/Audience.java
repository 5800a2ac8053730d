package io.sallyport.knowledge;

/** Who may read an article. */
public enum Audience {
    PUBLIC,
    INTERNAL
}
