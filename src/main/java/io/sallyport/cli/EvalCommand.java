package io.sallyport.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "eval",
        description = "Measures a part of the desk on data of your own or on the sample company.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {EvalRetrievalCommand.class, EvalTriageCommand.class})
final class EvalCommand {

    /** How a measurement says its figures. */
    static final class Output {

        @Option(names = "--json", description = "Makes the last line one JSON object with every figure.")
        private boolean json;

        /** @param figures by name, in the order to print them */
        void print(Map<String, ? extends @Nullable Object> figures) {
            figures.forEach((name, value) -> System.out.printf("%-22s %s%n", name, rounded(value)));
            if (json) {
                System.out.println(JsonMapper.shared().writeValueAsString(figures));
            }
        }

        private static @Nullable Object rounded(@Nullable Object value) {
            return value instanceof Double number ? Math.round(number * 10_000) / 10_000.0 : value;
        }
    }
}
