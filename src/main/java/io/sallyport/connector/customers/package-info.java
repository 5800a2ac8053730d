/**
 * The built-in customer directory, for a company without a CRM of its own here: rows of one table, loaded from a file.
 * Door: {@link io.sallyport.connector.customers.BuiltInCustomers}.
 */
@NamedInterface("customers")
@NullMarked
package io.sallyport.connector.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
