package io.sallyport.console;

/**
 * A word at the top of a page after something was done.
 *
 * @param tone one of good, warn, bad
 */
public record Notice(String tone, String text) {}
