/**
 * The effects ledger: the only room that writes outside. {@link io.sallyport.delivery.Sender} carries a reply out: intent
 * first, then the call, then the outcome.
 */
@ApplicationModule(allowedDependencies = {"action", "casefile", "connector", "gate"})
@NullMarked
package io.sallyport.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
