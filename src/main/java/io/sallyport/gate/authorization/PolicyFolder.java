package io.sallyport.gate.authorization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Policies with the cases that test them: those that are shipped, or a company's own in a folder. */
public record PolicyFolder(CedarEngine engine, List<PolicyCases.Case> cases) {

    private static final List<String> SHIPPED_CASES =
            List.of("access.yaml", "invoices.yaml", "money.yaml", "plans-and-orders.yaml", "undo.yaml");

    public PolicyFolder {
        cases = List.copyOf(cases);
    }

    /**
     * @param dir with {@code *.cedar}, a schema and {@code tests/*.yaml}; empty for those that are shipped
     * @throws PolicyFault when any of it cannot be used
     */
    public static PolicyFolder of(String dir) {
        CedarEngine engine = ShippedPolicies.orThoseIn(dir);
        return new PolicyFolder(
                engine, dir.isBlank() ? shipped() : in(Path.of(dir).resolve("tests")));
    }

    private static List<PolicyCases.Case> shipped() {
        return SHIPPED_CASES.stream()
                .flatMap(name ->
                        PolicyCases.read(name, PolicySources.resource(ShippedPolicies.FOLDER + "/tests/" + name))
                                .stream())
                .toList();
    }

    private static List<PolicyCases.Case> in(Path folder) {
        List<PolicyCases.Case> cases = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return cases;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".yaml")) {
                    cases.addAll(PolicyCases.read(name, Files.readString(file)));
                }
            }
            return cases;
        } catch (IOException unreadable) {
            throw new PolicyFault(folder + " cannot be read: " + unreadable, unreadable);
        }
    }
}
