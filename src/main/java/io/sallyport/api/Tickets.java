package io.sallyport.api;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.intake.Incoming;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.intake.Receipt;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes what a program sends to the Intake Watcher, each request once. May be shared between threads. */
final class Tickets {

    private final IntakeWatcher intake;
    private final CaseStore cases;
    private final RequestKeys requestKeys;
    private final InstantSource clock;

    Tickets(IntakeWatcher intake, CaseStore cases, RequestKeys requestKeys, InstantSource clock) {
        this.intake = intake;
        this.cases = cases;
        this.requestKeys = requestKeys;
        this.clock = clock;
    }

    /**
     * What was taken in.
     *
     * @param isNew false when this very request came before
     */
    record Filed(CaseRecord record, boolean isNew) {}

    /**
     * Files a ticket.
     *
     * @param caller the name of the API key
     * @param idempotencyKey the caller's own word for this request
     * @throws Problem when a key was used for something else, or the watcher will not take it
     */
    Filed file(String caller, Optional<String> idempotencyKey, TicketRequest request) {
        String fingerprint = request.fingerprint();
        idempotencyKey.ifPresent(
                key -> requestKeys.claim(caller, "ticket:" + key, fingerprint, "This Idempotency-Key"));
        request.externalId()
                .ifPresent(id -> requestKeys.claim(caller, "external-id:" + id, fingerprint, "This externalId"));
        String externalId = request.externalId()
                .or(() -> idempotencyKey.map(key -> "key:" + key))
                .orElseGet(() -> UUID.randomUUID().toString());
        return receive(new Incoming(
                source(caller),
                externalId,
                request.channel(),
                request.from(),
                request.subject(),
                Incoming.Body.plain(request.text()),
                clock.instant(),
                request.sender(),
                request.attachments(),
                Optional.empty(),
                request.vouching()));
    }

    /** Adds a message to a case; who holds an API key need not be the case's customer. */
    Filed add(String caller, Optional<String> idempotencyKey, CaseRecord record, MessageRequest request) {
        String scope = messageScope(record.id());
        idempotencyKey.ifPresent(
                key -> requestKeys.claim(caller, scope + key, request.fingerprint(), "This Idempotency-Key"));
        String externalId =
                scope + idempotencyKey.orElseGet(() -> UUID.randomUUID().toString());
        String from = request.from().isBlank() ? record.ticket().customer() : request.from();
        return receive(new Incoming(
                source(caller),
                externalId,
                record.ticket().channel(),
                from,
                request.subject(),
                Incoming.Body.plain(request.text()),
                clock.instant(),
                Map.of(),
                request.attachments(),
                Optional.of(record.ticket().link()),
                request.vouching()));
    }

    /** The case of this id, be it ours or the one that the caller gave its ticket. */
    Optional<CaseRecord> find(String caller, String id) {
        Optional<CaseId> caseId =
                CaseId.isCaseId(id) ? Optional.of(new CaseId(id)) : cases.findByTicket(source(caller), id);
        return caseId.flatMap(cases::find);
    }

    /** Whether this caller, and no other program or channel, brought the ticket. */
    static boolean isFiledBy(String caller, CaseRecord record) {
        return record.ticket().source().equals(source(caller));
    }

    private Filed receive(Incoming incoming) {
        return switch (intake.receive(incoming)) {
            case Receipt.Opened opened -> new Filed(cases.load(opened.caseId()), true);
            case Receipt.Joined joined -> new Filed(cases.load(joined.caseId()), true);
            case Receipt.AlreadyKnown known -> new Filed(cases.load(known.caseId()), false);
            case Receipt.Refused refused -> throw Problem.refused(refused.why());
        };
    }

    /** What the keys of messages on this case begin with, whoever wrote them. */
    static String messageScope(CaseId id) {
        return "message:" + id + ":";
    }

    static String source(String caller) {
        return "api:" + caller;
    }
}
