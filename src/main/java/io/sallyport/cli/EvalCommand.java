package io.sallyport.cli;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "eval",
        description = "Measures a part of the desk on data of your own or on the sample company.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            EvalActionsCommand.class,
            EvalAnswerabilityCommand.class,
            EvalGroundingCommand.class,
            EvalHandoffCommand.class,
            EvalInjectionCommand.class,
            EvalMutationsCommand.class,
            EvalPiiCommand.class,
            EvalPipelineCommand.class,
            EvalRetrievalCommand.class,
            EvalRoutingCommand.class,
            EvalTriageCommand.class,
            EvalTriggersCommand.class,
            EvalWishesCommand.class,
        })
final class EvalCommand {

    /** How a measurement says its figures. */
    static final class Output {

        @Option(names = "--json", description = "Makes the last line one JSON object with every figure.")
        private boolean json;

        /** @param figures by name, in the order to print them */
        void print(Map<String, ? extends @Nullable Object> figures) {
            printLines("", figures);
            if (json) {
                System.out.println(JsonMapper.shared().writeValueAsString(figures));
            }
        }

        private static void printLines(String indent, Map<?, ?> figures) {
            figures.forEach((name, value) -> {
                if (value instanceof Map<?, ?> inner && inner.values().stream().anyMatch(Map.class::isInstance)) {
                    System.out.println(indent + name);
                    printLines(indent + "  ", inner);
                } else {
                    System.out.printf(
                            "%s%-22s %s%n", indent, name, value instanceof Map<?, ?> row ? line(row) : rounded(value));
                }
            });
        }

        private static String line(Map<?, ?> row) {
            return row.entrySet().stream()
                    .map(cell -> cell.getKey() + " " + rounded(cell.getValue()))
                    .collect(Collectors.joining("  "));
        }

        private static @Nullable Object rounded(@Nullable Object value) {
            return value instanceof Double number ? Math.round(number * 10_000) / 10_000.0 : value;
        }
    }
}
