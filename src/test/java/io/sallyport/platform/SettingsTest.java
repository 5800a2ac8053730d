package io.sallyport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

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
