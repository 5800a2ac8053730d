/**
 * How a case moves. START HERE: {@link io.sallyport.flow.TicketLife} is the whole life of a ticket, {@code CaseWorker}
 * drives it, {@code PostgresCaseStore} keeps it. Nobody else knows this room.
 */
@ApplicationModule(
        allowedDependencies = {
            "action",
            "answer",
            "audit",
            "casefile",
            "connector",
            "delivery",
            "escalation",
            "escalation::tracking",
            "gate",
            "intake",
            "model",
            "platform",
            "routing",
            "triage"
        })
@NullMarked
package io.sallyport.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
