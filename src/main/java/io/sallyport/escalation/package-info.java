/**
 * What a person does with a case: take it over, hand it back, approve, edit or reject a draft, close it; and what they are
 * told when they get one ({@link io.sallyport.escalation.Briefing}). The door is
 * {@link io.sallyport.escalation.Decisions}; the console and the command line both go through it.
 */
@ApplicationModule(allowedDependencies = {"casefile", "connector", "model", "privacy", "text", "triage"})
@NullMarked
package io.sallyport.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
