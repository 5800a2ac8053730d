package io.sallyport.intake.imports;

import io.sallyport.intake.mail.Mail;
import java.util.Map;

/** The next thing in a file; its line counts from 1. */
public sealed interface Found {

    long line();

    /** A mail, and a key that is the same for the same bytes. */
    record Letter(long line, String key, Mail mail) implements Found {}

    /** A row's values by the names of their columns. */
    record Row(long line, Map<String, String> values) implements Found {
        public Row {
            values = Map.copyOf(values);
        }
    }

    record Bad(long line, String why) implements Found {}
}
