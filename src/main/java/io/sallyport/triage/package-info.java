/**
 * What a message is about and how much it matters: category, priority by the written criteria of
 * {@code docs/triage-criteria.md}, mood, topic and product area, customer, known issues, duplicates and due times.
 * Door: {@link io.sallyport.triage.TriageAgent}. Words weigh, models only classify; nothing here decides who answers.
 */
@ApplicationModule(
        allowedDependencies = {"casefile", "connector", "intake :: text", "knowledge", "model", "platform", "text"})
@NullMarked
package io.sallyport.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
