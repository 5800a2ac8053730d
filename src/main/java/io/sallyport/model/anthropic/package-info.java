/** Anthropic's models over the Messages API, through its own client library. */
@NullMarked
package io.sallyport.model.anthropic;

import org.jspecify.annotations.NullMarked;
