package io.sallyport.casefile;

import java.time.Instant;

/**
 * One entry of a case: who, when, what, and its place in the case's hash chain.
 *
 * @param seq counted from 1 within the case
 * @param previousHash the hash of the entry before, {@link ChainHash#GENESIS} for the first
 * @param hash SHA-256 over this entry and {@code previousHash}, in hex
 */
public record CaseEvent(
        CaseId caseId, long seq, Instant at, Actor actor, Fact fact, String previousHash, String hash) {}
