package io.sallyport.triage;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * {@code sallyport.triage.*}
 *
 * @param examples labelled messages to learn from, a file ({@code file:…}) or one that ships with the program
 * @param officeZone the time zone of the office hours, Monday to Friday nine to five
 */
@ConfigurationProperties("sallyport.triage")
record TriageSettings(
        @DefaultValue("classpath:harbourlight/messages/train.jsonl")
        Resource examples,

        @DefaultValue("UTC") ZoneId officeZone) {}
