package io.sallyport.connector.sandbox;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Delivery;
import io.sallyport.connector.CodeChannel;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Permit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One-time codes into the sandbox's mailboxes, and to nowhere but the address on file. */
final class SandboxCodes implements CodeChannel {

    private final RecordRows rows;
    private final MailRows mails;
    private final Faults faults;
    private final Function<CaseId, List<String>> pages;
    private final InstantSource clock;

    SandboxCodes(JdbcClient jdbc, Faults faults, Function<CaseId, List<String>> pages, InstantSource clock) {
        this.rows = new RecordRows(jdbc);
        this.mails = new MailRows(jdbc);
        this.faults = faults;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Delivery post(Permit permit, CodeMail mail, String code) {
        Instant now = clock.instant();
        permit.demand(mail, now);
        try {
            Optional<Fault> fault = faults.take(Faults.MAIL);
            if (fault.filter(it -> it == Fault.FAIL_BEFORE || it == Fault.HANG).isPresent()) {
                return new Delivery.Unknown("the sandbox's mailboxes broke");
            }
            if (mails.has(permit.effectId())) {
                return new Delivery.Accepted(permit.effectId());
            }
            if (fault.equals(Optional.of(Fault.REFUSE)) || !isOnFile(mail)) {
                return new Delivery.Refused("the sandbox sends codes to no such address");
            }
            mails.insert(
                    permit.effectId(), mail.address(), "Your code", body(mail, code), now, Optional.of(mail.expires()));
            return fault.isPresent()
                    ? new Delivery.Unknown("the sandbox's mailboxes broke")
                    : new Delivery.Accepted(permit.effectId());
        } catch (DuplicateKeyException _) {
            return new Delivery.Accepted(permit.effectId());
        } catch (DataAccessException broken) {
            return new Delivery.Unknown("the sandbox's mailboxes did not confirm: "
                    + broken.getClass().getSimpleName());
        }
    }

    private boolean isOnFile(CodeMail mail) {
        return rows.find("account", mail.customer())
                .flatMap(account -> account.text("email"))
                .filter(mail.address()::equalsIgnoreCase)
                .isPresent();
    }

    private String body(CodeMail mail, String code) {
        return Stream.concat(
                        Stream.of("Your code is " + code + ". It is good until " + mail.expires()
                                + ". Give it to nobody who calls or writes to you."),
                        pages.apply(mail.caseId()).stream())
                .collect(Collectors.joining(" "));
    }

    @Override
    public LookUp lookUp(String effectId) {
        try {
            return mails.has(effectId) ? new LookUp.Found(effectId) : new LookUp.Absent();
        } catch (DataAccessException _) {
            return new LookUp.CannotTell("the sandbox's mailboxes do not answer");
        }
    }
}
