/**
 * Language models as judges of replies that a model wrote. They come after the rules and can only stop what the rules let
 * through; what they cannot say clearly is a stop. Door: {@link io.sallyport.gate.judge.Judges}.
 */
@NamedInterface("judge")
@NullMarked
package io.sallyport.gate.judge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
