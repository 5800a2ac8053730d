/**
 * Asking models: the embedded engine (text to vectors, classifiers trained at start) and language models. Doors:
 * {@link io.sallyport.model.Embedder} for vectors, {@link io.sallyport.model.language.Models} for language models.
 * Nothing here decides about a case; of cases it knows their ids, lanes and facts. Vendors are known in the packages named for them alone.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"casefile", "platform", "privacy", "text"})
@NullMarked
package io.sallyport.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
