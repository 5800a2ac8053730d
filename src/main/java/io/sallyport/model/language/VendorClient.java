package io.sallyport.model.language;

/** One vendor's model over HTTP. One request is one call: nothing is repeated in here. Throws for bugs only. */
@FunctionalInterface
public interface VendorClient {

    Reply send(Request<?> request);
}
