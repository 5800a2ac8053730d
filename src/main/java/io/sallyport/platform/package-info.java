/** Clock, ids, JSON, settings, the embedded database: small, dull, no domain words. */
@NullMarked
package io.sallyport.platform;

import org.jspecify.annotations.NullMarked;
