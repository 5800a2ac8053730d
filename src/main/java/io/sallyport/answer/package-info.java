/**
 * Researching a customer's question and writing the reply. Doors: {@link io.sallyport.answer.Researcher} gathers
 * evidence, {@link io.sallyport.answer.Composer} writes, asks or declines: by quoting, or through five specialists by language
 * model ({@link io.sallyport.answer.ModelComposer}). Nothing here sends or judges.
 */
@ApplicationModule(allowedDependencies = {"casefile", "knowledge", "model", "text"})
@NullMarked
package io.sallyport.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
