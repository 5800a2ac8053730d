package io.sallyport.gate.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies are tested, and what is broken in them keeps the desk from starting. */
class PolicyFolderTest {

    @TempDir
    private Path folder;

    @Test
    void theShippedPoliciesDecideEveryShippedCaseAsItSays() {
        PolicyFolder shipped = PolicyFolder.of("");

        List<String> wrong = PolicyCases.run(shipped.engine(), shipped.cases()).stream()
                .flatMap(result -> result.why().stream().map(why -> result.of().name() + ": " + why))
                .toList();

        assertThat(shipped.cases()).hasSizeGreaterThan(90);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyShippedPolicyHasACaseInWhichItSpeaksAndSaysWhy() {
        PolicyFolder shipped = PolicyFolder.of("");
        var spoke = PolicyCases.run(shipped.engine(), shipped.cases()).stream()
                .flatMap(result -> result.ruling().spoke().stream())
                .collect(Collectors.toSet());

        assertThat(shipped.engine().policies())
                .allSatisfy(policy -> assertThat(policy.annotations()).containsKey("reason"))
                .extracting(PolicyText::id)
                .allSatisfy(id -> assertThat(spoke).contains(id));
    }

    @Test
    void aCaseThatIsDecidedOtherwiseIsTold() throws IOException {
        own("expect: deny\n    by: [openers]");

        assertThat(results())
                .singleElement()
                .satisfies(result -> assertThat(result.why())
                        .hasValueSatisfying(why ->
                                assertThat(why).contains("should be denied").contains("allowed by [openers]")));
    }

    @Test
    void aCaseThatCannotBeComputedIsWrongWhateverItExpects() throws IOException {
        own("context: {day: noon}\n    expect: deny");

        assertThat(results())
                .singleElement()
                .satisfies(result -> assertThat(result.why()).isPresent());
    }

    @Test
    void aCaseTakesAwayWhatTheBaseHasBySayingNull() throws IOException {
        own("context: {day: null}\n    expect: deny");

        assertThat(results())
                .singleElement()
                .satisfies(result -> assertThat(result.of().request().context()).isEmpty());
    }

    @Test
    void aCaseFileThatSaysTooLittleIsRefused() {
        assertThatThrownBy(() -> PolicyCases.read("x.yaml", "cases: []")).isInstanceOf(PolicyFault.class);
        assertThatThrownBy(() -> PolicyCases.read("x.yaml", "cases: [{name: a}]"))
                .hasMessageContaining("expect");
        assertThatThrownBy(() -> PolicyCases.read("x.yaml", "cases: [{name: a, expect: allow}]"))
                .hasMessageContaining("principal");
        assertThatThrownBy(() -> PolicyCases.read("x.yaml", "cases: {{")).hasMessageContaining("not YAML");
    }

    @Test
    void lintWarnsOfWhatNobodyLooksAtAndOfPermitsWithoutALimit() throws IOException {
        own("expect: allow");

        assertThat(PolicyLint.warnings(PolicyFolder.of(folder.toString()).engine()))
                .anySatisfy(warning -> assertThat(warning).contains("openers").contains("no @reason"))
                .anySatisfy(warning -> assertThat(warning).contains("a.cedar:1").contains("without any limit"))
                .anySatisfy(warning -> assertThat(warning).contains("Parcel.weight"))
                .anySatisfy(warning -> assertThat(warning).contains("context.day"))
                .noneSatisfy(warning -> assertThat(warning).contains("the action open"));
    }

    @Test
    void lintWarnsOfDaysThatEndADayEarly() throws IOException {
        own("expect: allow");
        assertThat(PolicyLint.warnings(ShippedPolicies.load())).noneMatch(warning -> warning.contains("days count"));
        Files.writeString(
                folder.resolve("c.cedar"),
                "@id(\"early\") forbid(principal, action == Action::\"open\", resource) when { resource.sent_days < 7 };");
        Path schema = folder.resolve("a.cedarschema");
        Files.writeString(schema, Files.readString(schema).replace("weight: Long", "weight: Long, sent_days: Long"));

        assertThat(PolicyLint.warnings(PolicyFolder.of(folder.toString()).engine()))
                .anySatisfy(warning -> assertThat(warning).contains("early").contains("'<= 7' is seven days"));
    }

    @Test
    void aBrokenPolicyFileKeepsTheDeskFromStarting() throws IOException {
        own("expect: allow");
        Files.writeString(folder.resolve("b.cedar"), "@id(\"x\")\npermit(principal, action, resource) when { 1 + };");

        assertThatThrownBy(
                        () -> new AuthorizationConfiguration().policies(new PolicySettings(folder.toString(), "USD")))
                .isInstanceOf(PolicyFault.class)
                .hasMessageContaining("b.cedar:1")
                .hasMessageContaining("policy lint");
        assertThatThrownBy(() -> new PolicySettings("", "dollars")).hasMessageContaining("sallyport.policies.currency");
    }

    private List<PolicyCases.Result> results() {
        PolicyFolder own = PolicyFolder.of(folder.toString());
        return PolicyCases.run(own.engine(), own.cases());
    }

    private void own(String rest) throws IOException {
        Files.writeString(
                folder.resolve("a.cedar"), "@id(\"openers\") permit(principal, action == Action::\"open\", resource);");
        Files.writeString(folder.resolve("a.cedarschema"), """
                entity Person;
                entity Parcel = { weight: Long };
                action open appliesTo { principal: [Person], resource: [Parcel], context: { day: Long } };
                """);
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(folder.resolve("tests/a.yaml"), """
                base:
                  action: open
                  principal: {type: Person, id: p-1}
                  resource: {type: Parcel, id: x-1, is: {weight: 3}}
                  context: {day: 1}
                cases:
                  - name: anybody opens it
                    %s
                """.formatted(rest));
    }
}
