/**
 * The Case Record as data: events, the record folded from them, ids. Knows no other room and nothing but the JDK.
 *
 * <p>Its doors: {@link io.sallyport.casefile.CaseRecord} to read a case, {@link io.sallyport.casefile.Fact} for what can
 * happen to one, {@link io.sallyport.casefile.CaseStore} to load and append.
 */
@NullMarked
package io.sallyport.casefile;

import org.jspecify.annotations.NullMarked;
