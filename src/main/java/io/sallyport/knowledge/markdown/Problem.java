package io.sallyport.knowledge.markdown;

/**
 * Why a file cannot be taken in.
 *
 * @param line counted from 1
 */
public record Problem(int line, String reason) {}
