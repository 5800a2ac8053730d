/**
 * Reads a packet's parts out of a Case Record by rules. What stands in a packet stands in the case: the customer's sentences are
 * taken over word for word or not at all. The cues are in {@code escalation/cues.txt}, for English alone.
 */
@NullMarked
package io.sallyport.escalation.packet;

import org.jspecify.annotations.NullMarked;
