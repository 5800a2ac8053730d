/**
 * Measures the Grounding gate on texts with their evidence, free summaries as well as replies. Door: {@link
 * io.sallyport.evaluation.grounding.GroundingEvaluation}.
 */
@NullMarked
package io.sallyport.evaluation.grounding;

import org.jspecify.annotations.NullMarked;
