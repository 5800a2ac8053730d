/**
 * Where a case goes: lanes, specialist, human queue, and the triggers that bring a person in. Rules over the record and
 * word lists only, no model. Door: {@link io.sallyport.routing.Router}.
 */
@NullMarked
package io.sallyport.routing;

import org.jspecify.annotations.NullMarked;
