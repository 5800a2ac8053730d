package io.sallyport.cli;

import io.sallyport.SallyportApplication;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The desk's application as a command needs it; closing it stops what it started. */
final class OpenDesk {

    private OpenDesk() {}

    /** To read and to decide: no web server, and no case is worked on in this process. */
    static ConfigurableApplicationContext toLookAt() {
        return open(WebApplicationType.NONE, Map.of("sallyport.worker.enabled", false));
    }

    /** To work on cases without a web server. */
    static ConfigurableApplicationContext toWork(Map<String, Object> settings) {
        return open(WebApplicationType.NONE, settings);
    }

    /** With everything: console, API, worker. */
    static ConfigurableApplicationContext toServe(Map<String, Object> settings) {
        return open(WebApplicationType.SERVLET, settings);
    }

    /** Settings given here win over files and environment. */
    private static ConfigurableApplicationContext open(WebApplicationType web, Map<String, Object> settings) {
        var given = new HashMap<>(settings);
        return new SpringApplicationBuilder(SallyportApplication.class)
                .web(web)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new org.springframework.core.env.MapPropertySource("command", given)))
                .run();
    }
}
