package io.sallyport.cli;

import io.sallyport.connector.builtin.BuiltInTools;
import io.sallyport.connector.builtin.Tool;
import io.sallyport.connector.builtin.ToolFault;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "page",
        description = "The built-in page log: who was called, where no other pager is set up (sallyport.pager.kind).",
        synopsisSubcommandLabel = "COMMAND")
final class PageCommand {

    @Command(description = "Shows the pages, newest first.")
    int list(
            @Option(names = "--limit", defaultValue = "20", description = "At most so many (default: 20).") int limit) {
        try (var desk = OpenDesk.toLookAt()) {
            desk.getBean(BuiltInTools.class).pages(limit).forEach(NoticeText::print);
            return 0;
        }
    }

    @Command(
            description =
                    "Makes a built-in tool of colleagues fail when it is called next; without arguments all are well.")
    int fault(
            @Parameters(
                            index = "0",
                            arity = "0..1",
                            defaultValue = "",
                            paramLabel = "TOOL",
                            description = "tracker, chat or pages.")
                    String tool,
            @Parameters(
                            index = "1",
                            arity = "0..1",
                            defaultValue = "",
                            paramLabel = "KIND",
                            description = "down, slow, accepts-but-says-no or refuses.")
                    String kind,
            @Option(names = "--times", defaultValue = "1", description = "How often (default: once).") int times) {
        try (var desk = OpenDesk.toLookAt()) {
            var tools = desk.getBean(BuiltInTools.class);
            if (tool.isEmpty()) {
                tools.heal();
                System.out.println("the built-in tools are well");
                return 0;
            }
            Tool found = Tool.find(tool)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no tool '" + tool + "'; there are " + names(Tool.values())));
            ToolFault fault = ToolFault.find(kind)
                    .orElseThrow(() -> new IllegalArgumentException("there is no fault '" + kind + "'; there are "
                            + Arrays.stream(ToolFault.values())
                                    .map(ToolFault::label)
                                    .collect(Collectors.joining(", "))));
            tools.fail(found, fault, times);
            System.out.println(
                    "the " + tool + " will be " + fault.label() + ", " + times + (times == 1 ? " time" : " times"));
            return 0;
        }
    }

    private static String names(Tool[] tools) {
        return Arrays.stream(tools).map(Tool::label).collect(Collectors.joining(", "));
    }
}
