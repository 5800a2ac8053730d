package io.sallyport.gate.authorization;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Policies and their schema, checked against each other and ready to be asked. Knows nothing of any company. May be shared
 * between threads.
 */
public final class CedarEngine {

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final Map<String, PolicyText> policies;
    private final List<String> warnings;
    private final PolicySet set;
    private final Schema schema;
    private final SchemaShape shape;
    private final String version;

    private CedarEngine(Map<String, PolicyText> policies, Schema schema, String schemaName, String version) {
        this.version = version;
        this.policies = policies;
        this.schema = schema;
        this.shape = SchemaShape.of(schema);
        this.set = new PolicySet(new LinkedHashSet<Policy>(policies.values().stream()
                .map(text -> new Policy(text.source(), text.id()))
                .toList()));
        this.warnings = PolicyChecks.validate(engine, set, schema, schemaName, policies);
        try {
            // Parsed once on the other side of the language border instead of with every question.
            set.cache();
            schema.cache();
        } catch (CacheException refused) {
            throw new PolicyFault("the policies cannot be kept ready: " + refused.getMessage(), refused);
        }
    }

    /**
     * @param folder with {@code *.cedar} and one {@code *.cedarschema}
     * @throws PolicyFault when a file cannot be read or parsed, a policy does not agree with the schema, has no {@code @id}, or
     *     shares it with another
     */
    public static CedarEngine load(Path folder) {
        return of(PolicySources.of(folder));
    }

    /**
     * @param folder on the class path
     * @param names of the files in it
     */
    public static CedarEngine loadResources(String folder, List<String> names) {
        return of(PolicySources.ofResources(folder, names));
    }

    static CedarEngine of(PolicySources sources) {
        Map<String, PolicyText> policies = new TreeMap<>();
        sources.policies()
                .forEach((file, text) -> PolicyChecks.parse(file, text).forEach(policy -> {
                    PolicyText other = policies.putIfAbsent(policy.id(), policy);
                    if (other != null) {
                        throw new PolicyFault(policy.place() + ": the policy at " + other.place() + " has the id '"
                                + policy.id() + "' already: give this one another @id");
                    }
                }));
        return new CedarEngine(
                policies,
                PolicyChecks.schema(sources.schemaName(), sources.schema()),
                sources.schemaName(),
                sources.version());
    }

    /** Whatever goes wrong, in a policy or around them: not allowed. */
    public Ruling decide(Request request) {
        try {
            return ruling(engine.isAuthorized(
                    CedarValues.request(request, schema), set, CedarValues.entities(request.things())));
        } catch (AuthException | IllegalArgumentException broken) {
            return Ruling.broken(List.of("the question cannot be asked: " + broken.getMessage()));
        }
    }

    private static Ruling ruling(AuthorizationResponse response) {
        Optional<AuthorizationSuccessResponse> answer = response.success;
        if (answer.isEmpty()) {
            List<String> errors = new ArrayList<>();
            response.errors.ifPresent(all -> all.forEach(error -> errors.add(error.message)));
            return Ruling.broken(errors.isEmpty() ? List.of("no answer") : errors);
        }
        AuthorizationSuccessResponse decided = answer.get();
        List<String> errors = decided.getErrors().stream()
                .map(error -> error.getPolicyId() + ": " + error.getError().message)
                .toList();
        return new Ruling(
                decided.isAllowed() && errors.isEmpty(),
                decided.getReason().stream().sorted().toList(),
                errors);
    }

    /** Changes with any word of the policies or their schema. */
    public String version() {
        return version;
    }

    /** Every policy, by id. */
    public List<PolicyText> policies() {
        return List.copyOf(policies.values());
    }

    public Optional<PolicyText> findPolicy(String id) {
        return Optional.ofNullable(policies.get(id));
    }

    SchemaShape shape() {
        return shape;
    }

    /** What the validation would rather have otherwise. */
    public List<String> warnings() {
        return warnings;
    }
}
