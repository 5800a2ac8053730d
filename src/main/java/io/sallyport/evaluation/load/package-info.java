/** The desk under a slow model: many cases at once against a stub vendor that takes its time. */
@NullMarked
package io.sallyport.evaluation.load;

import org.jspecify.annotations.NullMarked;
