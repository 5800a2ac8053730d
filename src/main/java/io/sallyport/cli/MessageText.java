package io.sallyport.cli;

import io.sallyport.casefile.Attachment;
import io.sallyport.casefile.Message;
import java.util.ArrayList;
import java.util.List;

/** One message of a thread as plain text for a terminal. */
final class MessageText {

    private MessageText() {}

    /** An empty line, who wrote it and when, what came with it, its words, and how much of it is not shown. */
    static List<String> lines(Message message) {
        var lines = new ArrayList<>(List.of("", "-- " + author(message) + ", " + message.at()));
        if (!message.subject().isBlank()) {
            lines.add("subject: " + message.subject());
        }
        message.attachments().forEach(file -> lines.add("attached: " + attached(file)));
        lines.add(message.written());
        long aside = message.setAside().strip().lines().count();
        if (aside > 0) {
            lines.add("(" + aside + (aside == 1 ? " line" : " lines")
                    + " set aside: quoted mail, a signature or more than is read)");
        }
        return lines;
    }

    private static String author(Message message) {
        return switch (message.author()) {
            case CUSTOMER -> sender(message);
            case MACHINE -> "automatic, from " + sender(message);
            case DESK, BRIDGE -> "sent by the desk";
            case PERSON -> "sent by a person";
        };
    }

    private static String sender(Message message) {
        return message.from().isBlank() ? "the customer" : message.from();
    }

    private static String attached(Attachment file) {
        return file.name() + " (" + file.mediaType() + ", " + file.bytes() + " bytes)";
    }
}
