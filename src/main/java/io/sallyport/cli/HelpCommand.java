package io.sallyport.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "help", description = "Lists every command, or says all about one: help kb import.")
final class HelpCommand implements Callable<Integer> {

    private static final int NAME_WIDTH = 34;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Its words.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        CommandLine command = root;
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw Usage.wrong(spec, "there is no command '" + String.join(" ", words) + "'");
            }
            command = next;
        }
        System.out.print(words.isEmpty() ? everything(root) : command.getUsageMessage());
        return 0;
    }

    private static String everything(CommandLine root) {
        CommandSpec spec = root.getCommandSpec();
        return String.join("\n", spec.usageMessage().description())
                + "\n\nUsage: ./sallyport COMMAND ('help COMMAND' says all about one)\n\n"
                + leaves(root).map(HelpCommand::line).collect(Collectors.joining("\n"))
                + "\n";
    }

    /** Every command that does something by itself. */
    private static Stream<CommandLine> leaves(CommandLine command) {
        Map<String, CommandLine> parts = command.getSubcommands();
        boolean doesSomething = parts.isEmpty() || command.getCommandSpec().userObject() instanceof Callable;
        return Stream.concat(
                doesSomething ? Stream.of(command) : Stream.empty(),
                parts.values().stream().flatMap(HelpCommand::leaves));
    }

    private static String line(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String name = spec.qualifiedName(" ").substring(spec.root().name().length() + 1);
        String synopsis = Stream.concat(
                        Stream.of(name), spec.positionalParameters().stream().map(HelpCommand::label))
                .collect(Collectors.joining(" "));
        String said = Stream.of(spec.usageMessage().description()).findFirst().orElse("");
        return String.format("  %-" + NAME_WIDTH + "s %s", synopsis, firstSentence(said));
    }

    private static String label(PositionalParamSpec parameter) {
        String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "…" : "");
        return parameter.required() ? label : "[" + label + "]";
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
