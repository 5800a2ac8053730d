/**
 * Makes false replies and light truthful rewrites out of clean ones, to measure the gates with. It shares no word list and
 * no pattern with the gates, so that neither can be fitted to the other. Door:
 * {@link io.sallyport.evaluation.mutation.MutationEvaluation}.
 */
@NullMarked
package io.sallyport.evaluation.mutation;

import org.jspecify.annotations.NullMarked;
