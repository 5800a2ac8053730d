package io.sallyport.casefile;

import java.time.Instant;

/**
 * A person's yes to one plan.
 *
 * @param planHash of the very content that was approved
 * @param role the person's, at that moment
 */
public record Approval(String planHash, String by, String role, Instant at) {}
