package io.sallyport.cli;

import io.sallyport.SallyportApplication;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The desk's application as a command needs it; closing it stops what it started. */
final class OpenDesk {

    private OpenDesk() {}

    /** Where this installation writes; the launcher says it. */
    static Path var() {
        return Path.of(Optional.ofNullable(System.getProperty("sallyport.var"))
                        .or(() -> Optional.ofNullable(System.getenv("SALLYPORT_VAR")))
                        .orElse("var"))
                .toAbsolutePath();
    }

    /** To read and to decide: no web server, no case is worked on in this process, and only what is asked for is made. */
    static ConfigurableApplicationContext toLookAt() {
        return run(
                builder(WebApplicationType.NONE, Map.of("sallyport.worker.enabled", false))
                        .lazyInitialization(true),
                "warn");
    }

    /** To work on cases without a web server. */
    static ConfigurableApplicationContext toWork(Map<String, Object> settings) {
        return run(builder(WebApplicationType.NONE, settings), "warn");
    }

    /** With everything, saying only what is wrong. */
    static ConfigurableApplicationContext toShow(Map<String, Object> settings) {
        return run(builder(WebApplicationType.SERVLET, settings), "warn");
    }

    /** With everything: console, API, worker. */
    static ConfigurableApplicationContext toServe(Map<String, Object> settings) {
        return run(builder(WebApplicationType.SERVLET, settings), "info");
    }

    /** Settings given here win over files and environment. */
    private static SpringApplicationBuilder builder(WebApplicationType web, Map<String, Object> settings) {
        return new SpringApplicationBuilder(SallyportApplication.class)
                .web(web)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("command", settings)));
    }

    /** A failed start throws; the command says why in one line. */
    private static ConfigurableApplicationContext run(SpringApplicationBuilder desk, String level) {
        return desk.run(
                "--logging.level.io.sallyport=" + level,
                "--logging.level.org.springframework.boot.SpringApplication=off",
                "--logging.level.org.springframework.boot.diagnostics=off");
    }
}
