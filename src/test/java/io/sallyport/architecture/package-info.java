/** The promises that types alone cannot keep, and the directions between rooms. */
@NullMarked
package io.sallyport.architecture;

import org.jspecify.annotations.NullMarked;
