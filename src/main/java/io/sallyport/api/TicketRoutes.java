package io.sallyport.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sallyport.api.Problem.FieldProblem;
import io.sallyport.api.Tickets.Filed;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.platform.web.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tickets and messages from other programs. */
@RestController
@ConditionalOnWebApplication
final class TicketRoutes {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Tickets tickets;
    private final PeoplesMessages peoplesMessages;
    private final PublicAddress address;

    TicketRoutes(Tickets tickets, PeoplesMessages peoplesMessages, PublicAddress address) {
        this.tickets = tickets;
        this.peoplesMessages = peoplesMessages;
        this.address = address;
    }

    /** @param customerPage where the customer follows the thread; a secret of theirs and of whoever filed the ticket */
    record FiledTicket(
            String caseId,
            String externalId,
            String standing,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> customerPage) {}

    @PostMapping("/api/v1/tickets")
    ResponseEntity<FiledTicket> file(HttpServletRequest request, Principal caller) throws IOException {
        TicketRequest ticket = TicketRequest.of(JsonBody.of(request).root());
        return answer(tickets.file(caller.getName(), idempotencyKey(request), ticket), request, caller);
    }

    @PostMapping("/api/v1/tickets/{id}/messages")
    ResponseEntity<FiledTicket> add(@PathVariable String id, HttpServletRequest request, Principal caller)
            throws IOException {
        MessageRequest message = MessageRequest.of(JsonBody.of(request).root());
        CaseRecord record = tickets.find(caller.getName(), id).orElseThrow(() -> CaseRoutes.noSuchCase(id));
        if (message.person().isPresent() && !request.isUserInRole(ApiKeyFilter.DECIDES)) {
            throw new AccessDeniedException("the key may not speak for people");
        }
        Optional<String> key = idempotencyKey(request);
        Filed filed = message.person()
                .map(person -> peoplesMessages.take(caller.getName(), key, record, message, person))
                .orElseGet(() -> tickets.add(caller.getName(), key, record, message));
        return answer(filed, request, caller);
    }

    static Optional<String> idempotencyKey(HttpServletRequest request) {
        Optional<String> key = Optional.ofNullable(request.getHeader(IDEMPOTENCY_KEY));
        if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
            throw Problem.invalid(
                    List.of(new FieldProblem(IDEMPOTENCY_KEY, "1 to 200 printable ASCII characters", "another text")));
        }
        return key;
    }

    private ResponseEntity<FiledTicket> answer(Filed filed, HttpServletRequest request, Principal caller) {
        CaseRecord record = filed.record();
        Optional<String> page = Optional.of(record.ticket().link())
                .filter(_ -> Tickets.isFiledBy(caller.getName(), record))
                .map(link -> address.of(request, "/t/" + link));
        return ResponseEntity.status(filed.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/v1/cases/" + record.id()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(new FiledTicket(
                        record.id().value(),
                        record.ticket().externalId(),
                        record.standing().label(),
                        page));
    }
}
