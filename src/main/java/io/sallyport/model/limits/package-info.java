/** When each vendor of language models may be called next, agreed between all nodes over the database. */
@NullMarked
package io.sallyport.model.limits;

import org.jspecify.annotations.NullMarked;
