package io.sallyport.intake;

import io.sallyport.casefile.Attachment;
import io.sallyport.casefile.Channel;
import io.sallyport.intake.mail.Mail;
import io.sallyport.intake.text.CleanText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message as a door hands it over.
 *
 * @param source the door, such as {@code api} or {@code import:orders.mbox}
 * @param externalId unique within the source; handing it over twice changes nothing
 * @param from the sender's address; empty when the door does not know
 * @param headers mail headers by lower-case name; empty for what is no mail
 * @param pageLink the key of the customer's page that it was written on, if it was
 * @param vouching what the door says of the sender
 * @param pace whether the door hands it over as it is written
 */
public record Incoming(
        String source,
        String externalId,
        Channel channel,
        String from,
        String subject,
        Body body,
        Instant sentAt,
        Map<String, String> headers,
        List<Attachment> attachments,
        Optional<String> pageLink,
        Vouching vouching,
        Pace pace) {

    /** What the time between messages tells. */
    public enum Pace {
        /** They come as they are written: too many at once are a machine's. */
        LIVE,
        /** A door plays in minutes what was written in months. */
        HISTORY
    }

    /**
     * The words, as plain text or as an HTML page.
     *
     * @param hidden texts that were on the page but not to be seen on it
     */
    public record Body(String text, String html, List<String> hidden) {
        public Body {
            hidden = List.copyOf(hidden);
        }

        public static Body plain(String text) {
            return new Body(text, "", List.of());
        }

        public static Body html(String page) {
            return new Body("", page, List.of());
        }
    }

    public Incoming {
        source = CleanText.line(source);
        externalId = CleanText.line(externalId);
        from = CleanText.lowerAscii(CleanText.line(from));
        subject = CleanText.line(subject);
        headers = Map.copyOf(headers);
        attachments = List.copyOf(attachments);
    }

    /** From a door that says nothing of the sender. */
    public Incoming(
            String source,
            String externalId,
            Channel channel,
            String from,
            String subject,
            Body body,
            Instant sentAt,
            Map<String, String> headers,
            List<Attachment> attachments,
            Optional<String> pageLink) {
        this(source, externalId, channel, from, subject, body, sentAt, headers, attachments, pageLink, Vouching.NONE);
    }

    /** As it is written. */
    public Incoming(
            String source,
            String externalId,
            Channel channel,
            String from,
            String subject,
            Body body,
            Instant sentAt,
            Map<String, String> headers,
            List<Attachment> attachments,
            Optional<String> pageLink,
            Vouching vouching) {
        this(
                source,
                externalId,
                channel,
                from,
                subject,
                body,
                sentAt,
                headers,
                attachments,
                pageLink,
                vouching,
                Pace.LIVE);
    }

    /** What a web form, a page or the API hands over: words, no mail around them. */
    public static Incoming words(
            String source,
            String externalId,
            Channel channel,
            String from,
            String subject,
            String text,
            Instant sentAt) {
        return new Incoming(
                source,
                externalId,
                channel,
                from,
                subject,
                Body.plain(text),
                sentAt,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    /** @param receivedAt used when the mail bears no date */
    public static Incoming mail(String source, String externalId, Mail mail, Instant receivedAt) {
        return new Incoming(
                source,
                externalId,
                Channel.EMAIL,
                mail.from(),
                mail.subject(),
                new Body(mail.text(), "", mail.hidden()),
                mail.date().orElse(receivedAt),
                mail.headers(),
                mail.attachments(),
                Optional.empty());
    }

    /** The same, written on this customer's page. */
    public Incoming onPage(String link) {
        return with(Optional.of(link), new Vouching.CustomerPage(), pace);
    }

    public Incoming vouched(Vouching by) {
        return with(pageLink, by, pace);
    }

    /** The same, played by a door that hands over what was written long ago. */
    public Incoming asHistory() {
        return with(pageLink, vouching, Pace.HISTORY);
    }

    private Incoming with(Optional<String> link, Vouching by, Pace played) {
        return new Incoming(
                source, externalId, channel, from, subject, body, sentAt, headers, attachments, link, by, played);
    }
}
