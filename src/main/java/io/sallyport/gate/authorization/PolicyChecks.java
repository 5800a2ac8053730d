package io.sallyport.gate.authorization;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.Effect;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.ValidationResponse.ValidationError;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns policy files into policies, and every fault in them into words with a file and a line. */
final class PolicyChecks {

    private PolicyChecks() {}

    static List<PolicyText> parse(String file, String text) {
        return Statements.of(text).stream().map(piece -> parse(file, piece)).toList();
    }

    private static PolicyText parse(String file, Statements.Piece piece) {
        String place = file + ":" + piece.line();
        try {
            Policy policy = Policy.parseStaticPolicy(piece.source());
            Map<String, String> annotations = policy.getAnnotations();
            String id = annotations.getOrDefault("id", "");
            if (id.isBlank()) {
                throw new PolicyFault(place + ": this policy has no name: write @id(\"…\") before it");
            }
            return new PolicyText(
                    id, file, piece.line(), policy.effect() == Effect.PERMIT, annotations, piece.source());
        } catch (InternalException unparsable) {
            throw new PolicyFault(
                    place + ": the policy that begins here is not Cedar: " + detail(unparsable)
                            + ". Mend it, then run: ./sallyport policy lint",
                    unparsable);
        }
    }

    static Schema schema(String file, String text) {
        try {
            return Schema.parse(Schema.JsonOrCedar.Cedar, text);
        } catch (InternalException unparsable) {
            throw new PolicyFault(
                    file + ": not a Cedar schema: " + detail(unparsable)
                            + ". Mend it, then run: ./sallyport policy lint",
                    unparsable);
        }
    }

    private static String detail(AuthException fault) {
        String message = String.valueOf(fault.getMessage());
        return message.substring(message.lastIndexOf("Error: ") < 0 ? 0 : message.lastIndexOf("Error: ") + 7)
                .strip()
                .replaceFirst(":$", "");
    }

    /**
     * @return warnings
     * @throws PolicyFault when a policy does not agree with the schema
     */
    static List<String> validate(
            BasicAuthorizationEngine engine,
            PolicySet set,
            Schema schema,
            String schemaName,
            Map<String, PolicyText> policies) {
        ValidationResponse response;
        try {
            response = engine.validate(new ValidationRequest(schema, set));
        } catch (AuthException broken) {
            throw new PolicyFault(
                    schemaName + ": " + detail(broken) + ". Mend it, then run: ./sallyport policy lint", broken);
        }
        List<String> faults = Stream.concat(
                        response.errors.stream().flatMap(List::stream).map(error -> schemaName + ": " + words(error)),
                        response.success.stream()
                                .flatMap(success -> success.validationErrors.stream())
                                .map(error -> words(error, policies)))
                .sorted()
                .toList();
        if (!faults.isEmpty() || !response.validationPassed()) {
            throw new PolicyFault("the policies do not agree with " + schemaName + ":\n  " + String.join("\n  ", faults)
                    + "\nMend these places, then run: ./sallyport policy lint");
        }
        return response.success.stream()
                .flatMap(success -> success.validationWarnings.stream())
                .map(warning -> words(warning, policies))
                .sorted()
                .toList();
    }

    private static String words(ValidationError error, Map<String, PolicyText> policies) {
        String said = words(error.getError());
        return Optional.ofNullable(policies.get(error.getPolicyId()))
                .map(policy -> policy.file() + ":" + line(policy, error.getError()) + ": " + said)
                .orElse(said);
    }

    private static int line(PolicyText policy, DetailedError error) {
        int offset = error.sourceLocations.stream()
                .mapToInt(label -> label.start)
                .findFirst()
                .orElse(0);
        return policy.line()
                + (int) policy.source()
                        .substring(0, Math.clamp(offset, 0, policy.source().length()))
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
    }

    private static String words(DetailedError error) {
        return Stream.concat(Stream.of(error.message), error.help.stream()).collect(Collectors.joining("; "));
    }
}
