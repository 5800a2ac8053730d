/**
 * Where a case goes: lanes, specialist, human queue, and the triggers that bring a person in. Rules over the record and
 * word lists only, no model. Door: {@link io.sallyport.routing.Router}.
 */
@ApplicationModule(allowedDependencies = {"action", "casefile", "model", "text"})
@NullMarked
package io.sallyport.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
