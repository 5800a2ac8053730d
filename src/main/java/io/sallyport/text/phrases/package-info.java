/**
 * Finding set phrases in free text: lists that a support lead can read and extend, one phrase a line, matched against
 * words made plain. Door: {@link io.sallyport.text.phrases.Phrasebook}; its type comment holds the notation.
 */
@NullMarked
package io.sallyport.text.phrases;

import org.jspecify.annotations.NullMarked;
