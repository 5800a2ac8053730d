/**
 * Files of old tickets, read one at a time: mail and rows. Door: {@link io.sallyport.intake.imports.ImportFile}. What cannot be
 * read is said with its line, and the reading goes on behind it.
 */
@NullMarked
package io.sallyport.intake.imports;

import org.jspecify.annotations.NullMarked;
