package io.sallyport.cli;

import io.sallyport.api.ApiKeys;
import io.sallyport.api.ApiKeys.ApiKey;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "api-key",
        description = "Makes, lists and revokes the keys of other programs.",
        synopsisSubcommandLabel = "COMMAND")
final class ApiKeyCommand {

    @Command(description = "Makes a key and prints it, once: only its hash is kept.")
    int create(
            @Parameters(paramLabel = "NAME", description = "What the key is for; tickets bear it.") String name,
            @Option(names = "--decides", description = "It may take people's decisions on cases, in their names.")
                    boolean decides) {
        try (var desk = OpenDesk.toLookAt()) {
            System.out.println(desk.getBean(ApiKeys.class).create(name, decides));
            return 0;
        }
    }

    @Command(description = "Lists the keys, without the keys themselves.")
    int list() {
        try (var desk = OpenDesk.toLookAt()) {
            desk.getBean(ApiKeys.class).list().forEach(key -> System.out.println(line(key)));
            return 0;
        }
    }

    @Command(description = "Revokes a key, at once.")
    int revoke(@Parameters(paramLabel = "NAME") String name) {
        try (var desk = OpenDesk.toLookAt()) {
            boolean isDone = desk.getBean(ApiKeys.class).revoke(name);
            (isDone ? System.out : System.err)
                    .println(isDone ? "revoked " + name : "sallyport: no key in use is named '" + name + "'");
            return isDone ? 0 : Sallyport.EXIT_FAILED;
        }
    }

    private static String line(ApiKey key) {
        String used = key.lastUsedAt().map(Instant::toString).orElse("never used");
        return String.format(
                "%-24s  %-7s  %s  %s%s",
                key.name(),
                key.isRevoked() ? "revoked" : "in use",
                key.createdAt(),
                used,
                key.decides() ? "  decides" : "");
    }
}
