package io.sallyport.connector.pager;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.Pager;
import io.sallyport.gate.Permit;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.dao.DataAccessException;

/** Pages by mail; the effect's id is the Message-ID, so that whoever gets one twice sees that it is one. */
final class MailPager implements Pager {

    private final PagerSettings.Mail settings;
    private final Session session;
    private final SentPages sent;
    private final InstantSource clock;

    MailPager(PagerSettings.Mail settings, Duration timeout, SentPages sent, InstantSource clock) {
        this.settings = settings;
        this.sent = sent;
        this.clock = clock;
        var properties = new Properties();
        String millis = String.valueOf(timeout.toMillis());
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        // Closing must not ask for one more answer: the mail was taken by then.
        properties.put("mail.smtp.quitwait", "false");
        this.session = Session.getInstance(properties);
    }

    @Override
    public Delivery page(Permit permit, Errand page) {
        permit.demand(page, clock.instant());
        String id = permit.effectId();
        try (Transport transport = session.getTransport("smtp")) {
            connect(transport);
            sent.begun(id);
            MimeMessage message = message(permit, page);
            transport.sendMessage(message, message.getAllRecipients());
            sent.sent(id);
            return new Delivery.Accepted(id);
        } catch (MessagingException broken) {
            return outcome(permit, broken);
        } catch (DataAccessException _) {
            return new Delivery.Unknown("what became of the mail could not be written down");
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (settings.user().isEmpty()) {
            transport.connect(settings.host(), settings.port(), null, null);
        } else {
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
        }
    }

    private Delivery outcome(Permit permit, MessagingException broken) {
        int code = code(broken);
        if (code < 400) {
            return new Delivery.Unknown(
                    "the mail server did not confirm: " + broken.getClass().getSimpleName());
        }
        sent.declined(permit.effectId());
        return code >= 500
                ? new Delivery.Refused("the mail server answered " + code)
                : new Delivery.Unknown("the mail server answered " + code);
    }

    /** What the server said of the mail; 0 when it said nothing. */
    private static int code(MessagingException broken) {
        for (Exception next = broken; next != null; ) {
            switch (next) {
                case SMTPAddressFailedException address -> {
                    return address.getReturnCode();
                }
                case SMTPSenderFailedException sender -> {
                    return sender.getReturnCode();
                }
                case SMTPSendFailedException whole
                when whole.getReturnCode() >= 400 -> {
                    return whole.getReturnCode();
                }
                case MessagingException chained -> next = chained.getNextException();
                default -> {
                    return 0;
                }
            }
        }
        return 0;
    }

    private MimeMessage message(Permit permit, Errand page) throws MessagingException {
        var message = new Identified(session, "<" + permit.effectId() + "@sallyport>");
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(settings.to()));
        message.setSubject(page.title(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setText(page.text() + "\n\nCase " + permit.caseId().value(), StandardCharsets.UTF_8.name());
        return message;
    }

    /** Saving a message gives it an id of the library's own, unless told otherwise. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    @Override
    public LookUp lookUp(String effectId) {
        try {
            return sent.find(effectId)
                    .<LookUp>map(isSent -> isSent
                            ? new LookUp.Found(effectId)
                            : new LookUp.CannotTell("the mail server never confirmed the mail"))
                    .orElseGet(LookUp.Absent::new);
        } catch (DataAccessException _) {
            return new LookUp.CannotTell("what was sent cannot be read now");
        }
    }
}
