/**
 * Authorization: policies in Cedar decide what may be done to a customer's records, limits over several changes are kept in the
 * database, and people of the right role say yes to what is above them. Default deny, forbid wins, whatever cannot be decided
 * is not allowed. Doors: {@link io.sallyport.gate.authorization.CedarEngine} for any set of policies; the gates come as beans.
 */
@NamedInterface("authorization")
@NullMarked
package io.sallyport.gate.authorization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
