/**
 * Who the person is that writes. {@link io.sallyport.gate.identity.IdentityVerifier} tells from the case and the account
 * how sure that is; the gates "identity" and "address-on-file" judge by it; one-time codes and OpenID Connect raise it.
 * Whatever is missing, contradictory or unreachable counts against the customer.
 */
@NamedInterface("identity")
@NullMarked
package io.sallyport.gate.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
