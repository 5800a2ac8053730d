/** The HTTP under vendors' client libraries: what is true for each of them, whatever the library would do by itself. */
@NullMarked
package io.sallyport.model.http;

import org.jspecify.annotations.NullMarked;
