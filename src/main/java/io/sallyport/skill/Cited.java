package io.sallyport.skill;

import io.sallyport.casefile.Citation;

/** A quote and where it stands. */
public record Cited(String article, int revision, String quote) {

    static Cited of(Citation citation) {
        return new Cited(citation.source().id(), citation.source().revision(), citation.quote());
    }

    String place() {
        return article + "@" + revision;
    }
}
