/**
 * Watching how good the desk is: the QA Reviewer scores a sample of what was sent. Reads cases and never appends to one; its
 * findings are for people and for the desk's signals, so they can only make anyone more careful. Doors:
 * {@link io.sallyport.insight.QaReviewer} reviews one reply, {@link io.sallyport.insight.QaFindings} tells what was found, and
 * {@link io.sallyport.insight.ReversedActions} how much had to be taken back.
 */
@ApplicationModule(allowedDependencies = {"answer", "casefile", "gate", "model", "text"})
@NullMarked
package io.sallyport.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
