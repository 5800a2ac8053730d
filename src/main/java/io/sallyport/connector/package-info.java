/**
 * The ports, and one closed room per vendor. A port that writes takes a {@link io.sallyport.gate.Permit} first; vendors'
 * types do not leave their rooms.
 */
@ApplicationModule(allowedDependencies = {"casefile", "gate", "platform", "platform::web"})
@NullMarked
package io.sallyport.connector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
