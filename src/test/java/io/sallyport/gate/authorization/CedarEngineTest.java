package io.sallyport.gate.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.FieldValue;
import io.sallyport.gate.authorization.Request.Thing;
import io.sallyport.gate.authorization.Request.Uid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CedarEngineTest {

    private static final String SCHEMA = """
            entity Person { roles: Set<String> };
            entity Parcel { sealed: Bool, weight: Long, age?: Long };
            action open appliesTo { principal: [Person], resource: [Parcel], context: { day: Long } };
            """;
    private static final String POLICIES = """
            // Who may open; a semicolon; here.
            @id("openers") @reason("openers; and nobody else")
            permit(principal is Person, action == Action::"open", resource is Parcel)
              when { principal.roles.contains("opener") && context.day * 1000000000000000000 >= 0 };

            @id("sealed")
            @article("seals")
            forbid(principal, action == Action::"open", resource)
              when { resource.sealed };
            """;

    @TempDir
    private Path folder;

    @Test
    void aPermitAllowsAForbidWinsAndNothingElseIsAllowed() throws IOException {
        CedarEngine engine = engine(POLICIES);

        assertThat(engine.decide(request("opener", false, 1)))
                .isEqualTo(new Ruling(true, List.of("openers"), List.of()));
        assertThat(engine.decide(request("opener", true, 1)))
                .isEqualTo(new Ruling(false, List.of("sealed"), List.of()));
        assertThat(engine.decide(request("painter", false, 1))).isEqualTo(new Ruling(false, List.of(), List.of()));
        assertThat(engine.policies()).extracting(PolicyText::place).containsExactly("a.cedar:2", "a.cedar:6");
        assertThat(engine.findPolicy("sealed").orElseThrow().article()).contains("seals");
        assertThat(engine.findPolicy("openers").orElseThrow().reason()).isEqualTo("openers; and nobody else");
    }

    @Test
    void aPolicyThatCannotBeComputedAllowsNothing() throws IOException {
        Ruling ruling = engine(POLICIES + "@id(\"always\") permit(principal, action, resource);")
                .decide(request("opener", false, 1000));

        assertThat(ruling.allowed()).isFalse();
        assertThat(ruling.errors())
                .singleElement()
                .asString()
                .contains("openers")
                .contains("overflow");
    }

    @Test
    void aRequestThatTheSchemaDoesNotKnowIsNotAllowed() throws IOException {
        CedarEngine engine = engine(POLICIES);
        Request good = request("opener", false, 1);

        assertThat(engine.decide(good.with(Map.of())).errors()).isNotEmpty();
        assertThat(engine.decide(good.with(Map.of("day", new FieldValue.Text("1"))))
                        .errors())
                .isNotEmpty();
        assertThat(engine.decide(good.with(Map.of("day", new FieldValue.Whole(1), "more", new FieldValue.Whole(1))))
                        .errors())
                .isNotEmpty();
        assertThat(engine.decide(new Request(
                                good.principal(), good.action(), good.resource(), good.context(), List.of()))
                        .allowed())
                .isFalse();
        assertThat(engine.decide(new Request(
                                good.principal(),
                                new Uid("Action", "burn"),
                                good.resource(),
                                good.context(),
                                good.things()))
                        .errors())
                .isNotEmpty();
        assertThat(engine.decide(good.with(Map.of("__entity", new FieldValue.Whole(1))))
                        .errors())
                .isNotEmpty();
    }

    @Test
    void faultsAreToldWithFileAndLine() {
        assertFault("permit(principal, action, resource) when { 1 + };", "a.cedar:1", "not Cedar", "}");
        assertFault("\n\npermit(principal, action, resource);", "a.cedar:3", "@id");
        assertFault(
                POLICIES
                        + "@id(\"x\")\npermit(principal, action == Action::\"open\", resource)\nwhen { resource.wait > 1 };",
                "a.cedar:12",
                "wait");
        assertFault(
                POLICIES
                        + "@id(\"x\") permit(principal, action == Action::\"open\", resource) when { resource.age > 1 };",
                "a.cedar:10",
                "age");
        assertFault(POLICIES + "@id(\"sealed\") permit(principal, action, resource);", "a.cedar:10", "a.cedar:6");
        assertFault(
                POLICIES + "@id(\"x\") permit(principal, action == Action::\"fly\", resource);", "a.cedar:10", "fly");
    }

    @Test
    void everyWordOfPoliciesAndSchemaIsInTheirVersion() throws IOException {
        String version = engine(POLICIES).version();

        assertThat(version).matches("[0-9a-f]{12}").isEqualTo(engine(POLICIES).version());
        assertThat(engine(POLICIES + "// as agreed in May\n").version()).isNotEqualTo(version);
        Files.writeString(folder.resolve("s.cedarschema"), SCHEMA + "\n");
        Files.writeString(folder.resolve("a.cedar"), POLICIES);
        assertThat(CedarEngine.load(folder).version()).isNotEqualTo(version);
    }

    @Test
    void aBrokenSchemaOrAnEmptyFolderIsRefused() throws IOException {
        assertThatThrownBy(() -> CedarEngine.load(folder))
                .isInstanceOf(PolicyFault.class)
                .hasMessageContaining("0 files");
        Files.writeString(folder.resolve("a.cedar"), POLICIES);
        Files.writeString(folder.resolve("s.cedarschema"), "entity Person { roles Set };");
        assertThatThrownBy(() -> CedarEngine.load(folder))
                .isInstanceOf(PolicyFault.class)
                .hasMessageContaining("s.cedarschema");
        Files.writeString(folder.resolve("s.cedarschema"), "entity Person { roles: Nothing };");
        assertThatThrownBy(() -> CedarEngine.load(folder))
                .isInstanceOf(PolicyFault.class)
                .hasMessageContaining("Nothing");
        assertThatThrownBy(() -> CedarEngine.load(folder.resolve("none"))).isInstanceOf(PolicyFault.class);
    }

    private void assertFault(String policies, String... words) {
        assertThatThrownBy(() -> engine(policies))
                .isInstanceOf(PolicyFault.class)
                .message()
                .contains(words);
    }

    private CedarEngine engine(String policies) throws IOException {
        Files.writeString(folder.resolve("a.cedar"), policies);
        Files.writeString(folder.resolve("s.cedarschema"), SCHEMA);
        return CedarEngine.load(folder);
    }

    private static Request request(String role, boolean sealed, long day) {
        var person = new Uid("Person", "p-1");
        var parcel = new Uid("Parcel", "x\"\n1");
        return new Request(
                person,
                new Uid("Action", "open"),
                parcel,
                Map.of("day", new FieldValue.Whole(day)),
                List.of(
                        new Thing(person, Map.of("roles", new FieldValue.Many(List.of(new FieldValue.Text(role))))),
                        new Thing(
                                parcel,
                                Map.of("sealed", new FieldValue.Flag(sealed), "weight", new FieldValue.Whole(3)))));
    }
}
