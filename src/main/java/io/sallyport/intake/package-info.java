/**
 * 1, arrive: messages in, matched to a case or opening one, and screened. Doors:
 * {@link io.sallyport.intake.IntakeWatcher} for whatever hands a message over, {@link io.sallyport.intake.Screener} for
 * the flow's first step, {@link io.sallyport.intake.FileImport} for files of old tickets.
 */
@ApplicationModule(allowedDependencies = {"casefile", "model", "platform", "text"})
@NullMarked
package io.sallyport.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
