/** Clock, ids, JSON, settings, the embedded database: small, dull, no domain words. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.sallyport.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
