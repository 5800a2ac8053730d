/** The built-in inbox as a channel: replies are rows that the customer's own page shows. */
@NullMarked
package io.sallyport.connector.inbox;

import org.jspecify.annotations.NullMarked;
