/**
 * Measures policies on recorded write calls of a made-up world, an airline's or a shop's, against that world's records. Per
 * world a small class states as facts what a policy language cannot compute (sums, itineraries, what is in a list); every rule
 * is a Cedar policy under {@code samples/policies}. Door: {@link io.sallyport.evaluation.actions.ActionsEvaluation}.
 */
@NullMarked
package io.sallyport.evaluation.actions;

import org.jspecify.annotations.NullMarked;
