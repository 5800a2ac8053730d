package io.sallyport.api;

import io.sallyport.api.Problem.FieldProblem;
import io.sallyport.audit.CaseJson;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Query;
import io.sallyport.casefile.CaseStore.Summary;
import io.sallyport.casefile.Standing;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases for other programs to read. */
@RestController
@ConditionalOnWebApplication
final class CaseRoutes {

    private static final Set<String> PARAMETERS = new TreeSet<>(Set.of("standing", "customer", "waiting", "limit"));
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;

    private final CaseStore cases;
    private final Tickets tickets;
    private final InstantSource clock;

    CaseRoutes(CaseStore cases, Tickets tickets, InstantSource clock) {
        this.cases = cases;
        this.tickets = tickets;
        this.clock = clock;
    }

    record CaseList(List<CaseLine> cases) {}

    /**
     * @param waiting whether a draft, a plan or news wait for a person's decision
     * @param overdue whether they do though the time for it has passed
     */
    record CaseLine(
            String caseId,
            String customer,
            String subject,
            String standing,
            String category,
            String priority,
            String queue,
            boolean waiting,
            boolean overdue,
            Instant updatedAt) {

        static CaseLine of(Summary line, Instant now) {
            return new CaseLine(
                    line.id().value(),
                    line.customer(),
                    line.subject(),
                    line.standing(),
                    line.category(),
                    line.priority(),
                    line.queue(),
                    line.isAwaitingDecision(),
                    line.isOverdue(now),
                    line.updatedAt());
        }
    }

    @GetMapping("/api/v1/cases")
    ResponseEntity<CaseList> list(@RequestParam Map<String, String> parameters) {
        Query query = query(parameters);
        Instant now = clock.instant();
        List<CaseLine> lines =
                cases.list(query).stream().map(line -> CaseLine.of(line, now)).toList();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new CaseList(lines));
    }

    /** The whole case, but for the link of its customer's page. */
    @GetMapping("/api/v1/cases/{id}")
    ResponseEntity<String> show(@PathVariable String id, Principal caller) {
        CaseRecord record = tickets.find(caller.getName(), id).orElseThrow(() -> noSuchCase(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(CaseJson.exportWithoutLink(record, cases.events(record.id())));
    }

    static Problem noSuchCase(String id) {
        return Problem.notFound(
                id.length() > 100
                        ? "There is no such case."
                        : "There is no case '" + id + "', and no ticket of yours by that id.");
    }

    private static Query query(Map<String, String> parameters) {
        List<FieldProblem> problems = new ArrayList<>();
        parameters.keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> problems.add(
                        new FieldProblem("?" + name, "one of " + String.join(", ", PARAMETERS), "another name")));
        String standing = parameters.getOrDefault("standing", "");
        if (!standing.isEmpty() && !Standing.LABELS.contains(standing)) {
            problems.add(new FieldProblem("?standing", "one of " + String.join(", ", Standing.LABELS), "another text"));
        }
        String customer = parameters.getOrDefault("customer", "").strip().toLowerCase(Locale.ROOT);
        if (customer.indexOf('\0') >= 0) {
            problems.add(new FieldProblem("?customer", "an address", "a text with the character U+0000"));
        }
        String waiting = parameters.getOrDefault("waiting", "false");
        if (!Set.of("true", "false").contains(waiting)) {
            problems.add(new FieldProblem("?waiting", "true or false", "another text"));
        }
        int limit = limit(parameters.getOrDefault("limit", Integer.toString(DEFAULT_LIMIT)), problems);
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return new Query(standing, customer, Boolean.parseBoolean(waiting), limit);
    }

    private static int limit(String text, List<FieldProblem> problems) {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        problems.add(new FieldProblem("?limit", "a whole number from 1 to " + MOST, "another text"));
        return DEFAULT_LIMIT;
    }
}
