package io.sallyport.cli;

import io.sallyport.audit.CaseJson;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Fact;
import io.sallyport.gate.authorization.DecisionTimes;
import io.sallyport.gate.authorization.Explainer;
import io.sallyport.gate.authorization.PolicyCases;
import io.sallyport.gate.authorization.PolicyFolder;
import io.sallyport.gate.authorization.PolicyLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "policy",
        description = "Tests, explains and checks the policies that decide on account changes.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = PolicyRoleCommand.class)
final class PolicyCommand {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Which policies. */
    static final class Folder {
        @Option(
                names = "--dir",
                paramLabel = "DIR",
                defaultValue = "${env:SALLYPORT_POLICIES_DIR:-}",
                description = "A folder of your own instead of the shipped policies (default: SALLYPORT_POLICIES_DIR).")
        private String dir = "";
    }

    @Command(description = "Runs the cases in tests/*.yaml beside the policies; exit 1 when one is decided otherwise.")
    int test(@Mixin Folder folder) {
        PolicyFolder policies = PolicyFolder.of(folder.dir);
        List<PolicyCases.Result> results = PolicyCases.run(policies.engine(), policies.cases());
        results.forEach(result -> System.out.println((result.why().isEmpty() ? "ok    " : "WRONG ")
                + result.of().file() + ": " + result.of().name()
                + result.why().map(why -> "\n      " + why).orElse("")));
        long wrong = results.stream().filter(result -> result.why().isPresent()).count();
        System.out.println(results.size() + " cases, " + wrong + " wrong, "
                + policies.engine().policies().size() + " policies, version "
                + policies.engine().version());
        return wrong == 0 && !results.isEmpty() ? 0 : Sallyport.EXIT_FAILED;
    }

    @Command(description = "Checks the policies against their schema and warns of what looks like a mistake.")
    int lint(@Mixin Folder folder) {
        PolicyFolder policies = PolicyFolder.of(folder.dir);
        List<String> warnings = PolicyLint.warnings(policies.engine());
        warnings.forEach(warning -> System.out.println("warning: " + warning));
        System.out.println(policies.engine().policies().size() + " policies agree with their schema, " + warnings.size()
                + " warnings, version " + policies.engine().version());
        return 0;
    }

    @Command(
            description =
                    "Says which policy allows or denies the plan of a case, or one in a file, as things stand now.")
    int explain(
            @Parameters(paramLabel = "CASE_ID", arity = "0..1", description = "The case.") Optional<CaseId> id,
            @Option(
                            names = "--plan",
                            paramLabel = "FILE",
                            description =
                                    "A plan as JSON, as the case record has it; nobody's identity is proven there.")
                    Optional<Path> file)
            throws IOException {
        if (id.isPresent() == file.isPresent()) {
            throw Usage.wrong(spec, "say which case, or --plan FILE");
        }
        Optional<ActionPlan> given =
                file.isPresent() ? Optional.of(plan(Files.readString(file.get()))) : Optional.empty();
        try (var desk = OpenDesk.toLookAt()) {
            var explainer = desk.getBean(Explainer.class);
            Optional<CaseRecord> record = id.map(desk.getBean(CaseStore.class)::load);
            Optional<ActionPlan> plan =
                    given.or(() -> record.flatMap(found -> found.action().findPlan()));
            if (plan.isEmpty()) {
                System.err.println("sallyport: the case has no plan");
                return Sallyport.EXIT_FAILED;
            }
            explainer
                    .explain(record.orElseGet(() -> explainer.scratch(plan.get())), plan.get())
                    .forEach(System.out::println);
            return 0;
        }
    }

    private static ActionPlan plan(String json) {
        return ((Fact.ActionPlanned) CaseJson.fact("action-planned", "{\"plan\":" + json + "}")).plan();
    }

    @Command(description = "Measures how long a decision takes, once warm.")
    int bench(
            @Mixin Folder folder,
            @Option(names = "--decisions", defaultValue = "20000", description = "How many (default: 20000).")
                    int decisions) {
        PolicyFolder policies = PolicyFolder.of(folder.dir);
        var requests = policies.cases().stream().map(PolicyCases.Case::request).toList();
        if (requests.isEmpty() || decisions < 100) {
            throw Usage.wrong(spec, "at least 100 decisions and one case in tests/*.yaml are needed");
        }
        var times = DecisionTimes.measure(policies.engine(), requests, decisions);
        System.out.printf(
                "%d decisions, %d policies: p50 %d us, p99 %d us, longest %d us; p99 of processor time %d us%n",
                times.decisions(), times.policies(), times.p50(), times.p99(), times.longest(), times.processorP99());
        return 0;
    }
}
