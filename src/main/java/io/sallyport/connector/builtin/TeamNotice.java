package io.sallyport.connector.builtin;

import io.sallyport.casefile.CaseId;
import java.time.Instant;

/**
 * Something that the desk said to the company's people: a post in the team's chat, or a page.
 *
 * @param thread the conversation that a post belongs to; empty where it begins one
 * @param text Markdown
 */
public record TeamNotice(CaseId caseId, String thread, String title, String text, Instant at) {}
