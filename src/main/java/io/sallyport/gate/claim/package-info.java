/**
 * Whether one sentence says no more than another: the judgement at the heart of the Grounding gate, without any case or
 * source. {@link io.sallyport.gate.claim.ClaimCheck} is its door. Whatever in a claim is not found, in order, in one
 * evidence sentence, or is not on a list of changes that keep the meaning, counts against it.
 */
@NamedInterface("claim")
@NullMarked
package io.sallyport.gate.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
