/** What customers and operators do on the pages, in a real browser over a whole desk. */
@NullMarked
package io.sallyport.browser;

import org.jspecify.annotations.NullMarked;
