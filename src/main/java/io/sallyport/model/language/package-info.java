/**
 * Asking language models: which role is played by which model, one port for all of them, and what can come back. Door:
 * {@link io.sallyport.model.language.Models} for a role's model, {@link io.sallyport.model.language.Answer} for what it
 * said or why it failed. Vendors' clients are in the neighbouring packages, one for each vendor.
 */
@NullMarked
package io.sallyport.model.language;

import org.jspecify.annotations.NullMarked;
