package io.sallyport.casefile;

/**
 * Ties a claim to its proof.
 *
 * @param quote the verbatim words of that revision
 */
public record Citation(SourceRef source, String quote) {}
