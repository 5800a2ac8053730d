package io.sallyport.intake.mail;

import java.util.Optional;

/** A mail address as people and programs write it, with or without a name. */
public final class MailAddress {

    private MailAddress() {}

    /** The address in angle brackets, else the first thing that looks like one. */
    public static Optional<String> in(String written) {
        return Optional.of(HeaderText.address(written)).filter(address -> !address.isEmpty());
    }
}
