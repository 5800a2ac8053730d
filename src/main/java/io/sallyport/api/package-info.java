/**
 * REST for other programs, under {@code /api/v1} and behind an API key: file a ticket, add a message, read cases, and, with
 * a key that may, hand over people's decisions. Described
 * in {@code docs/openapi.yaml}; every refusal is a problem document (RFC 9457) that names the field and what is expected.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "casefile",
            "escalation",
            "escalation::tracking",
            "intake",
            "platform",
            "platform::web",
            "routing"
        })
@NullMarked
package io.sallyport.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
