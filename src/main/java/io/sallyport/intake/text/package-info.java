/**
 * A message's words: HTML to plain text, and what its writer wrote apart from quoted mail and signature.
 *
 * <p>Doors: {@link io.sallyport.intake.text.QuotedText}, {@link io.sallyport.intake.text.HtmlText} and
 * {@link io.sallyport.intake.text.CleanText}. Nothing here throws on any input.
 */
@NamedInterface("text")
@NullMarked
package io.sallyport.intake.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
