package io.sallyport.intake;

import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.SenderEvidence;
import io.sallyport.intake.text.CleanText;
import io.sallyport.intake.text.HtmlText;
import io.sallyport.intake.text.MessageText;
import io.sallyport.intake.text.QuotedText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a case's message from what a door handed over. */
final class MessageWriter {

    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_HIDDEN = 10_000;
    private static final int MOST_HIDDEN = 20;

    /** Older or later dates come from a wrong clock or a forger; the time of arrival is better. */
    private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");

    private static final Duration FAST_CLOCK = Duration.ofHours(1);

    private final IntakeSettings settings;
    private final SenderCheck sender;
    private final InstantSource clock;

    MessageWriter(IntakeSettings settings, InstantSource clock) {
        this.settings = settings;
        this.sender = new SenderCheck(settings);
        this.clock = clock;
    }

    Message write(Incoming incoming) {
        var marks = new Marks(incoming.headers());
        sender.evidence(incoming).ifPresent(found -> marks.add(SenderEvidence.HEADER, found.written()));
        HtmlText words = words(incoming.body());
        words.hidden().stream()
                .map(CleanText::line)
                .filter(hidden -> !hidden.isBlank())
                .limit(MOST_HIDDEN)
                .forEach(hidden -> marks.add(Marks.HIDDEN, shortened(hidden, LONGEST_HIDDEN)));
        MessageText text = readable(separated(incoming, words.visible()), marks);
        return new Message(
                idOf(incoming),
                Message.Author.CUSTOMER,
                incoming.from(),
                plausible(incoming.sentAt()),
                shortened(incoming.subject(), LONGEST_SUBJECT),
                text.written(),
                text.setAside(),
                incoming.attachments(),
                marks.headers());
    }

    /** Tickets of another desk may come by the API with the mail that they were. */
    private static MessageText separated(Incoming incoming, String text) {
        boolean isMail =
                incoming.channel() == Channel.EMAIL || incoming.headers().containsKey("message-id");
        return isMail
                ? QuotedText.separate(incoming.subject(), text)
                : QuotedText.separateTyped(incoming.subject(), text);
    }

    /** The mail's own id, so that replies to it find the case; else one of ours. */
    private static String idOf(Incoming incoming) {
        String messageId = incoming.headers().getOrDefault("message-id", "");
        return messageId.isBlank() ? incoming.source() + ":" + incoming.externalId() : shortened(messageId, 900);
    }

    private static HtmlText words(Incoming.Body body) {
        if (!body.text().isBlank() || body.html().isBlank()) {
            return new HtmlText(body.text(), body.hidden());
        }
        return HtmlText.of(body.html());
    }

    /** Agents read a bounded text; the rest stays with what people see. */
    private MessageText readable(MessageText text, Marks marks) {
        if (text.written().length() <= settings.readableText()) {
            return text;
        }
        int cut = settings.readableText();
        if (Character.isHighSurrogate(text.written().charAt(cut - 1))) {
            cut--;
        }
        marks.add(Marks.WARNING, "text of " + text.written().length() + " characters, of which " + cut + " were read");
        String rest = text.written().substring(cut);
        return new MessageText(
                text.written().substring(0, cut),
                String.join("\n\n", List.of(rest, text.setAside())).strip());
    }

    /** The same subject, sender and words, however they were parted into written and set aside. */
    static boolean isSame(Message one, Message other) {
        boolean sameSender = other.from().isEmpty() || one.from().equals(other.from());
        return sameSender && one.subject().equals(other.subject()) && words(one).equals(words(other));
    }

    private static List<String> words(Message message) {
        return Arrays.stream((message.written() + " " + message.setAside()).split("\\s+"))
                .sorted()
                .toList();
    }

    static Message marked(Message message, String mark, String value) {
        var marks = new TreeMap<>(message.headers());
        marks.put(mark, value);
        return copy(message, message.id(), message.author(), message.from(), marks);
    }

    static Message by(Message message, Message.Author author) {
        return copy(message, message.id(), author, message.from(), message.headers());
    }

    static Message withId(Message message, String id) {
        return copy(message, id, message.author(), message.from(), message.headers());
    }

    static Message withSender(Message message, String from) {
        return copy(message, message.id(), message.author(), from, message.headers());
    }

    /** For a case other than the one whose page it was written on. */
    static Message withoutLink(Message message) {
        if (SenderEvidence.of(message)
                .filter(found -> found.kind() == SenderEvidence.Kind.LINK)
                .isEmpty()) {
            return message;
        }
        var marks = new TreeMap<>(message.headers());
        marks.remove(SenderEvidence.HEADER);
        return copy(message, message.id(), message.author(), message.from(), marks);
    }

    private static Message copy(
            Message message, String id, Message.Author author, String from, Map<String, String> headers) {
        return new Message(
                id,
                author,
                from,
                message.at(),
                message.subject(),
                message.written(),
                message.setAside(),
                message.attachments(),
                headers);
    }

    private Instant plausible(Instant sentAt) {
        Instant now = clock.instant();
        return sentAt.isBefore(EARLIEST) || sentAt.isAfter(now.plus(FAST_CLOCK)) ? now : sentAt;
    }

    private static String shortened(String text, int limit) {
        return text.length() <= limit ? text : CleanText.of(text.substring(0, limit));
    }
}
