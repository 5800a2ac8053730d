/**
 * The written form of events and their hash chain: {@link io.sallyport.audit.CaseJson} turns facts into the very text that
 * is hashed, {@link io.sallyport.audit.AuditTrail} proves that nobody has changed it since.
 */
@ApplicationModule(allowedDependencies = {"casefile", "platform"})
@NullMarked
package io.sallyport.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
