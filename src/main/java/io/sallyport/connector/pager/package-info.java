/**
 * How those on call are reached: a signed webhook, a mail, or out of the box the built-in page log. Configured by
 * {@code sallyport.pager.*}.
 */
@NullMarked
package io.sallyport.connector.pager;

import org.jspecify.annotations.NullMarked;
