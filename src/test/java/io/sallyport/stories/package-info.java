/** What a customer and the people on shift live through, in product words; each story also with a restart after every step. */
@NullMarked
package io.sallyport.stories;

import org.jspecify.annotations.NullMarked;
