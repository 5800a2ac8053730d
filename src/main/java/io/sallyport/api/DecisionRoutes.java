package io.sallyport.api;

import io.sallyport.api.PeoplesDecisions.Answer;
import io.sallyport.api.PeoplesDecisions.Taken;
import io.sallyport.casefile.CaseRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people decide on a case in another program's pages. */
@RestController
@ConditionalOnWebApplication
final class DecisionRoutes {

    /** As the door's rules write it. */
    static final String PATH = "/api/v1/cases/*/decisions";

    private final PeoplesDecisions decisions;
    private final Tickets tickets;

    DecisionRoutes(PeoplesDecisions decisions, Tickets tickets) {
        this.decisions = decisions;
        this.tickets = tickets;
    }

    @PostMapping("/api/v1/cases/{id}/decisions")
    ResponseEntity<Taken> decide(@PathVariable String id, HttpServletRequest request, Principal caller)
            throws IOException {
        DecisionRequest decision = DecisionRequest.of(JsonBody.of(request).root());
        CaseRecord record = tickets.find(caller.getName(), id).orElseThrow(() -> CaseRoutes.noSuchCase(id));
        Answer answer = decisions.take(caller.getName(), TicketRoutes.idempotencyKey(request), record.id(), decision);
        return ResponseEntity.status(answer.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.taken());
    }
}
