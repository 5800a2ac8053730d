/**
 * The desk's skills one at a time, for whoever asks on the command line: what triage, research, a draft, an escalation, an
 * article or one pass over the queue would come to. Everything is found out by {@link io.sallyport.casefile.Rehearsal}, so by the
 * agents and gates of the desk itself, and nothing is changed. Door: {@link io.sallyport.skill.Skills}, which gives {@link
 * io.sallyport.skill.Report}s.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "casefile",
            "escalation",
            "gate",
            "gate::claim",
            "insight",
            "intake",
            "knowledge",
            "model",
            "platform",
            "privacy",
            "text"
        })
@NullMarked
package io.sallyport.skill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
