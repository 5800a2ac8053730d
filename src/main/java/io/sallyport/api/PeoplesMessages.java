package io.sallyport.api;

import io.sallyport.api.Tickets.Filed;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Message;
import io.sallyport.escalation.WrittenElsewhere;
import io.sallyport.intake.Incoming;
import io.sallyport.intake.IntakeWatcher;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what people wrote to customers in another program, each request once: the message and its key's use commit
 * as one. May be shared between threads and nodes.
 */
final class PeoplesMessages {

    private static final Logger LOG = LoggerFactory.getLogger(PeoplesMessages.class);

    /** The case worker may append between our read and our write; it does so a dozen times in a case's life. */
    private static final int TRIES = 20;

    private final CaseStore cases;
    private final WrittenElsewhere elsewhere;
    private final IntakeWatcher intake;
    private final RequestKeys requestKeys;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    private PeoplesMessages(
            CaseStore cases,
            IntakeWatcher intake,
            RequestKeys requestKeys,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.cases = cases;
        this.elsewhere = new WrittenElsewhere(cases);
        this.intake = intake;
        this.requestKeys = requestKeys;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param dataSource the one that the cases are written to */
    static PeoplesMessages over(DataSource dataSource, CaseStore cases, IntakeWatcher intake, InstantSource clock) {
        return new PeoplesMessages(
                cases,
                intake,
                new RequestKeys(JdbcClient.create(dataSource), clock),
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                clock);
    }

    /**
     * @param caller the name of the API key
     * @param person who wrote it
     * @throws Problem when it is not taken in, or the key was used for something else
     */
    Filed take(
            String caller, Optional<String> idempotencyKey, CaseRecord record, MessageRequest request, String person) {
        String scope = Tickets.messageScope(record.id());
        String externalId =
                scope + idempotencyKey.orElseGet(() -> UUID.randomUUID().toString());
        Message written = read(caller, externalId, record, request);
        Optional<String> key = idempotencyKey.map(given -> scope + given);
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(_ -> takeOnce(caller, key, record.id(), request, written, person));
            } catch (CaseStore.CaseMoved moved) {
                if (attempt == TRIES) {
                    throw moved;
                }
            }
        }
    }

    private Message read(String caller, String externalId, CaseRecord record, MessageRequest request) {
        try {
            return intake.read(new Incoming(
                    Tickets.source(caller),
                    externalId,
                    record.ticket().channel(),
                    "",
                    request.subject(),
                    Incoming.Body.plain(request.text()),
                    clock.instant(),
                    Map.of(),
                    request.attachments(),
                    Optional.empty()));
        } catch (IllegalArgumentException refused) {
            throw Problem.refused(String.valueOf(refused.getMessage()));
        }
    }

    private Filed takeOnce(
            String caller, Optional<String> key, CaseId id, MessageRequest request, Message written, String person) {
        key.ifPresent(given -> requestKeys.claim(caller, given, request.fingerprint(), "This Idempotency-Key"));
        Optional<String> before = key.flatMap(given -> requestKeys.findAnswer(caller, given));
        if (before.isPresent()) {
            return new Filed(cases.load(new CaseId(before.get())), false);
        }
        CaseRecord noted = elsewhere.note(id, written, person);
        key.ifPresent(given -> requestKeys.answer(caller, given, noted.id().value()));
        LOG.info("a program handed over what a person wrote case={} key={}", noted.id(), caller);
        return new Filed(noted, true);
    }
}
