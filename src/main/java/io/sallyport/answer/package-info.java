/**
 * Researching a customer's question and writing the reply. Doors: {@link io.sallyport.answer.Researcher} gathers
 * evidence, {@link io.sallyport.answer.Composer} writes, asks or declines. Nothing here sends or judges.
 */
@NullMarked
package io.sallyport.answer;

import org.jspecify.annotations.NullMarked;
