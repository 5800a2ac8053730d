package io.sallyport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class SettingsTest {
    private final ApplicationContextRunner desk = new ApplicationContextRunner()
            .withConfiguration(UserConfigurations.of(PlatformConfiguration.class, DatabaseConfiguration.class))
            .withInitializer(context -> {
                try {
                    new YamlPropertySourceLoader()
                            .load("class path resource [application.yaml]", new ClassPathResource("application.yaml"))
                            .forEach(context.getEnvironment().getPropertySources()::addLast);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

    @Test
    void aNamedServerIsUsedInsteadOfTheEmbeddedOne() {
        try (var database = TestDatabase.fresh()) {
            withVariables(Map.of(
                            "SALLYPORT_DB_URL", database.url(),
                            "SALLYPORT_DB_USER", database.user(),
                            "SALLYPORT_DB_PASSWORD", database.password()))
                    .run(context -> assertThat(JdbcClient.create(context.getBean(DataSource.class))
                                    .sql("select current_database()")
                                    .query(String.class)
                                    .single())
                            .isEqualTo(database.url().substring(database.url().lastIndexOf('/') + 1)));
        }
    }

    /** Its locks are held in a transaction that rests for as long as a vendor takes. */
    @ParameterizedTest
    @ValueSource(strings = {"idle_in_transaction_session_timeout", "transaction_timeout"})
    void theServersPatienceWithRestingTransactionsOpensNoDoor(String setting) {
        try (var database = TestDatabase.fresh()) {
            String name = database.url().substring(database.url().lastIndexOf('/') + 1);
            database.jdbc()
                    .sql("ALTER DATABASE \"" + name + "\" SET " + setting + " = '50ms'")
                    .update();
            withVariables(Map.of(
                            "SALLYPORT_DB_URL", database.url(),
                            "SALLYPORT_DB_USER", database.user(),
                            "SALLYPORT_DB_PASSWORD", database.password()))
                    .run(context -> assertThat(JdbcClient.create(context.getBean(DataSource.class))
                                    .sql("SHOW " + setting)
                                    .query(String.class)
                                    .single())
                            .isEqualTo("0"));
        }
    }

    @Test
    void anAddressThatIsNotPostgresStopsStartUpAndNamesTheSetting() {
        withVariables(Map.of("SALLYPORT_DB_URL", "mysql://somewhere"))
                .run(context -> assertThat(failureOf(context)).contains("SALLYPORT_DB_URL"));
    }

    @Test
    void aMisspeltSettingStopsStartUpAndIsNamed() {
        refuses("sallyport.databse.url");
        refuses("sallyport.database.usr");
        refuses("sallyport.vra");
    }

    @Test
    void aMisspeltVariableStopsStartUpAndIsNamed() {
        withVariables(Map.of("SALLYPORT_DB_PASWORD", "x"))
                .run(context -> assertThat(failureOf(context)).contains("SALLYPORT_DB_PASWORD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SALLYPORT_DATABASE_CONNECTIONSS",
                "SALLYPORT_DATABASE_URL_OTHER",
                "sallyport.database.connections.most",
                "SALLYPORT_NESTED_INNER_DAILY",
                "sallyport.nested.inner.daily"
            })
    void whatGoesOnBehindAKnownNameOrBesideItIsUnknown(String name) {
        try (var database = TestDatabase.fresh()) {
            withVariables(Map.of("SALLYPORT_DATABASE_URL", database.url(), name, "1"))
                    .withUserConfiguration(NestedSettings.Configuration.class)
                    .run(context -> assertThat(failureOf(context)).contains("Unknown setting " + name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SALLYPORT_NESTED_INNER_DAY",
                "SALLYPORT_NESTED_INNER_BYLANE_ANSWER",
                "SALLYPORT_NESTED_INNER_BY_LANE_ANSWER",
                "SALLYPORT_NESTED_INNER_CASE",
                "SALLYPORT_NESTED_NAMES_0"
            })
    void groupsMapsListsAndNamesOfTheirOwnAreKnown(String name) {
        try (var database = TestDatabase.fresh()) {
            withVariables(Map.of("SALLYPORT_DATABASE_URL", database.url(), name, "1"))
                    .withUserConfiguration(NestedSettings.Configuration.class)
                    .run(context -> assertThat(context).hasNotFailed());
        }
    }

    @ConfigurationProperties("sallyport.nested")
    record NestedSettings(
            @DefaultValue Inner inner, @DefaultValue List<String> names) {

        record Inner(
                @DefaultValue("1") int day,
                @DefaultValue Map<String, Integer> byLane,
                @Name("case") @DefaultValue("1") int ofCase) {}

        @EnableConfigurationProperties(NestedSettings.class)
        static class Configuration {}
    }

    @Test
    void aPoolThatTheDoorsWouldUseUpIsRefused() {
        withVariables(Map.of("SALLYPORT_DATABASE_CONNECTIONS", "12"))
                .run(context -> assertThat(failureOf(context)).contains("sallyport.database.connections", "13"));
    }

    @Test
    void aVariableMayWriteAnySettingInCapitals() {
        try (var database = TestDatabase.fresh()) {
            withVariables(Map.of("SALLYPORT_DATABASE_URL", database.url(), "SALLYPORT_VAR", "elsewhere"))
                    .run(context -> assertThat(context).hasNotFailed());
        }
    }

    private void refuses(String name) {
        try (var database = TestDatabase.fresh()) {
            desk.withPropertyValues("sallyport.database.url=" + database.url(), name + "=x")
                    .run(context -> assertThat(failureOf(context)).contains(name.substring(name.lastIndexOf('.') + 1)));
        }
    }

    private ApplicationContextRunner withVariables(Map<String, Object> variables) {
        return desk.withInitializer(context -> context.getEnvironment()
                .getPropertySources()
                .replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", variables)));
    }

    private static String failureOf(AssertableApplicationContext context) {
        return String.valueOf(
                NestedExceptionUtils.getMostSpecificCause(Objects.requireNonNull(context.getStartupFailure()))
                        .getMessage());
    }
}
