package io.sallyport.connector;

import io.sallyport.casefile.Customer;
import java.util.Optional;

/** Knows the company's customers by their address. May be shared between threads. */
public interface CustomerDirectory {

    /** @param address in any case; empty finds nobody */
    Optional<Customer> find(String address);
}
