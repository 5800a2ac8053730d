/**
 * Plain text as data: sentences, tokens, values, names, negation, modality. No domain words, nothing but the JDK.
 *
 * <p>Its doors: {@link io.sallyport.text.SentenceSplitter}, {@link io.sallyport.text.Tokens},
 * {@link io.sallyport.text.Words}, {@link io.sallyport.text.Values}, {@link io.sallyport.text.Names},
 * {@link io.sallyport.text.Markers}. Everything here is immutable and may be shared between threads.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package io.sallyport.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
