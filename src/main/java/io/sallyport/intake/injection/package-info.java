/**
 * Finds passages that speak to a machine rather than to the company: they are shown to people and keep a case from being
 * answered by itself. Door: {@link io.sallyport.intake.injection.InjectionDetector}.
 */
@NullMarked
package io.sallyport.intake.injection;

import org.jspecify.annotations.NullMarked;
