package io.sallyport.model.language;

import java.time.Duration;

/** One vendor's model over HTTP. One request is one call: nothing is repeated in here. Throws for bugs only. */
@FunctionalInterface
public interface VendorClient {

    /** @param within what the call may take, from connecting to the last byte */
    Reply send(Request<?> request, Duration within);
}
