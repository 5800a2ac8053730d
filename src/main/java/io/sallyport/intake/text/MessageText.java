package io.sallyport.intake.text;

/**
 * A message's text in two parts.
 *
 * @param written what its writer wrote in this message
 * @param setAside quoted mail, signature and boilerplate that came along, in their order; may be empty
 */
public record MessageText(String written, String setAside) {}
