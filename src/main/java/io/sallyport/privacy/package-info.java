/**
 * Personal data in text: where it stands, and masking it before the text leaves this process. Doors: {@link
 * io.sallyport.privacy.PersonalData} finds it, {@link io.sallyport.privacy.CaseMasks} gives a case its {@link
 * io.sallyport.privacy.Mask}, which replaces it and puts it back.
 * What can be found by rules is found here; who finds names of persons by a network lives in {@code model} and comes in as a
 * {@link io.sallyport.privacy.Finder}. Everything but a mask is immutable and may be shared between threads.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"casefile", "text"})
@NullMarked
package io.sallyport.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
