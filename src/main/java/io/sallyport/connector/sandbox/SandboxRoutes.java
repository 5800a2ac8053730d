package io.sallyport.connector.sandbox;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.connector.LookUp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The sandbox as a vendor's HTTP interface: reading records, changing them under an idempotency key, asking for faults. */
@RestController
@RequestMapping("/sandbox")
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "sallyport.sandbox.enabled", matchIfMissing = true)
final class SandboxRoutes {

    private static final Map<String, String> KINDS = Map.of(
            "accounts", "account",
            "orders", "order",
            "invoices", "invoice",
            "subscriptions", "subscription",
            "refunds", "refund",
            "returns", "return");

    private final Sandbox sandbox;
    private final BusinessRecords records;

    SandboxRoutes(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.records = sandbox.records();
    }

    @GetMapping("/{kinds}/{id}")
    ResponseEntity<String> one(@PathVariable String kinds, @PathVariable String id) {
        return findKind(kinds)
                .flatMap(kind -> records.find(kind, id))
                .map(record -> json(HttpStatus.OK, FieldJson.write(record.fields())))
                .orElseGet(SandboxRoutes::nothing);
    }

    @GetMapping("/{kinds}")
    ResponseEntity<String> some(
            @PathVariable String kinds, @RequestParam Optional<String> account, @RequestParam Optional<String> email) {
        Optional<String> kind = findKind(kinds);
        if (kind.isEmpty() || account.isPresent() == email.isPresent()) {
            return nothing();
        }
        account.ifPresent(it -> WireJson.kept("account=", it));
        email.ifPresent(it -> WireJson.kept("email=", it));
        List<BusinessRecord> found = account.map(it -> records.of(kind.get(), it))
                .orElseGet(() -> records.findAccount(email.orElseThrow()).stream()
                        .flatMap(it -> kind.get().equals("account")
                                ? java.util.stream.Stream.of(it)
                                : records.of(kind.get(), it.id()).stream())
                        .toList());
        return json(
                HttpStatus.OK,
                found.stream()
                        .map(record -> FieldJson.write(record.fields()))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    @PostMapping("/changes/{action}")
    ResponseEntity<String> change(
            @PathVariable String action, @RequestHeader(WireJson.KEY) String key, @RequestBody String body) {
        return answered(sandbox.system().change(key, WireJson.readWanted(action, body)));
    }

    /** A refund as vendors of payments take it; the same as the change {@code partial-refund}. */
    @PostMapping("/refunds")
    ResponseEntity<String> refund(@RequestHeader(WireJson.KEY) String key, @RequestBody String body) {
        return answered(sandbox.system().change(key, WireJson.readWanted("partial-refund", body)));
    }

    @PostMapping("/undo")
    ResponseEntity<String> undo(@RequestHeader(WireJson.KEY) String key, @RequestBody String body) {
        JsonNode node = WireJson.tree(body);
        return answered(sandbox.system().undo(key, WireJson.text(node, "undone"), WireJson.text(node, "case")));
    }

    @GetMapping("/effects/{id}")
    ResponseEntity<String> effect(@PathVariable String id) {
        return switch (sandbox.system().lookUp(id)) {
            case LookUp.Found(String remoteId, Map<String, String> confirmed) ->
                json(HttpStatus.OK, WireJson.write(new Answer.Changed(remoteId, confirmed)));
            case LookUp.Absent() -> json(HttpStatus.NOT_FOUND, FieldJson.write(Map.of("absent", id)));
            case LookUp.CannotTell(String why) -> json(HttpStatus.CONFLICT, WireJson.because(why));
        };
    }

    @PostMapping("/faults")
    ResponseEntity<String> fail(@RequestBody String body) {
        JsonNode node = WireJson.tree(body);
        String kind = WireJson.text(node, "kind");
        Fault fault = Fault.find(kind)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"kind\" must be one of " + Arrays.toString(Fault.values()) + ", not \"" + kind + "\""));
        sandbox.fail(WireJson.text(node, "binding"), fault, node.path("times").asInt(1));
        return json(HttpStatus.OK, "{}");
    }

    @DeleteMapping("/faults")
    ResponseEntity<String> heal() {
        sandbox.heal();
        return json(HttpStatus.OK, "{}");
    }

    @ExceptionHandler
    ResponseEntity<String> misread(IllegalArgumentException wrong) {
        return json(HttpStatus.BAD_REQUEST, WireJson.because(String.valueOf(wrong.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<String> broken(Vendor.NoAnswer none) {
        return json(HttpStatus.SERVICE_UNAVAILABLE, WireJson.because(String.valueOf(none.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<String> unreachable(BusinessRecords.Unreachable none) {
        return json(HttpStatus.SERVICE_UNAVAILABLE, WireJson.because(String.valueOf(none.getMessage())));
    }

    private static ResponseEntity<String> answered(Answer answer) {
        return switch (answer) {
            case Answer.Changed changed -> json(HttpStatus.OK, WireJson.write(changed));
            case Answer.No(String why) -> json(HttpStatus.UNPROCESSABLE_CONTENT, WireJson.because(why));
        };
    }

    private static Optional<String> findKind(String kinds) {
        return Optional.ofNullable(KINDS.get(kinds));
    }

    private static ResponseEntity<String> nothing() {
        return json(HttpStatus.NOT_FOUND, WireJson.because("there is no such thing; ask by account= or email="));
    }

    private static ResponseEntity<String> json(HttpStatus status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
