/**
 * Mail off the wire: MIME to words, headers and a list of attachments. Doors:
 * {@link io.sallyport.intake.mail.MailReader} for one mail, {@link io.sallyport.intake.mail.MboxFile} for a file of them.
 * Broken mail is read as far as it goes.
 */
@NullMarked
package io.sallyport.intake.mail;

import org.jspecify.annotations.NullMarked;
