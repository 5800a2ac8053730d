package io.sallyport.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.WebDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

@Tag("database")
class OpenApiTest {

    @Test
    void namesExactlyTheRoutesThatAreServed() throws IOException {
        try (WebDesk desk = WebDesk.open()) {
            Set<String> served = desk.beans(RequestMappingHandlerMapping.class).stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .flatMap(OpenApiTest::routes)
                    .filter(route -> route.contains(" /api/"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(described()).isEqualTo(served).isNotEmpty();
        }
    }

    private static Stream<String> routes(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path));
    }

    private static Set<String> described() throws IOException {
        Map<String, Map<String, Map<String, ?>>> document =
                new Yaml().load(Files.readString(Path.of("docs", "openapi.yaml")));
        Set<String> routes = new TreeSet<>();
        document.getOrDefault("paths", Map.of())
                .forEach((path, operations) -> operations
                        .keySet()
                        .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return routes;
    }
}
