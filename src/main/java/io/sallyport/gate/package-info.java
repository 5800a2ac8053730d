/**
 * Every gate, the gatekeeper and the permit. A gate judges a proposal and can only pass or stop; it never edits and never
 * acts. {@link io.sallyport.gate.Gatekeeper} is the only way to a {@link io.sallyport.gate.Permit}.
 */
@ApplicationModule(allowedDependencies = {"casefile", "knowledge", "model", "platform", "privacy", "text"})
@NullMarked
package io.sallyport.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
