/**
 * What can be seen of a message without reading it for its meaning: machines that write, strange attachments. Doors:
 * {@link io.sallyport.intake.screening.AutomaticMail}, {@link io.sallyport.intake.screening.AttachmentCheck}.
 */
@NullMarked
package io.sallyport.intake.screening;

import org.jspecify.annotations.NullMarked;
