/**
 * Asking models: the embedded engine (text to vectors, classifiers trained at start) and what a model's answer
 * looks like. Door: {@link io.sallyport.model.Embedder} for vectors, {@link io.sallyport.model.Answer} for answers.
 * Nothing here knows a case, a customer or a vendor.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"platform", "text"})
@NullMarked
package io.sallyport.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
