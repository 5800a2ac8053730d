/** Which language a customer writes in. Door: {@link io.sallyport.intake.language.BlendedLanguageDetector}. */
@NullMarked
package io.sallyport.intake.language;

import org.jspecify.annotations.NullMarked;
