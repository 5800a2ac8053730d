/**
 * What account changes there are (the catalogue) and which one a customer wants, as a plan whose every argument stands in a
 * record. Plans; carries nothing out. Doors: {@link io.sallyport.action.Catalogue},
 * {@link io.sallyport.action.ActionPlanner}.
 */
@ApplicationModule(allowedDependencies = {"casefile", "model", "platform", "text"})
@NullMarked
package io.sallyport.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
