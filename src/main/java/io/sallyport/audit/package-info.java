/**
 * The written form of events and their hash chain: {@link io.sallyport.audit.CaseJson} turns facts into the very text that
 * is hashed, {@link io.sallyport.audit.AuditTrail} proves that nobody has changed it since.
 */
@NullMarked
package io.sallyport.audit;

import org.jspecify.annotations.NullMarked;
