/**
 * A stand-in for a company's CRM, order, billing and identity systems, so that the action lane runs out of the box: records in
 * PostgreSQL, changes once per effect, a mailbox for codes, faults on demand. Loaded from JSON lines; serves nothing that a
 * real vendor's connector serves. Doors for others: {@link io.sallyport.connector.sandbox.Sandbox} and the ports' beans.
 */
@NamedInterface("sandbox")
@NullMarked
package io.sallyport.connector.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
