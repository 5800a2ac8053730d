/**
 * How well messages are understood: category, confidence and out-of-scope figures of a classifier on any labelled texts,
 * and of the desk's own triage and routing on messages labelled as the sample company's are.
 */
@NullMarked
package io.sallyport.evaluation.triage;

import org.jspecify.annotations.NullMarked;
