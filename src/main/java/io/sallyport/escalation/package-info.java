/**
 * What a person does with a case: take it over, hand it back, approve, edit or reject a draft, close it. The door is
 * {@link io.sallyport.escalation.Decisions}; the console and the command line both go through it.
 */
@ApplicationModule(allowedDependencies = {"casefile", "text"})
@NullMarked
package io.sallyport.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
