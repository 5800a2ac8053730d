package io.sallyport.cli;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** Its commands are too many for one file; each file holds those of one kind. */
@Command(
        name = "case",
        description = "Lists and shows cases, and takes a person's decisions on them.",
        synopsisSubcommandLabel = "COMMAND",
        modelTransformer = CaseCommand.Commands.class)
final class CaseCommand {

    static final class Commands implements IModelTransformer {

        /** By name, as the library orders the commands of one file. */
        @Override
        public CommandSpec transform(CommandSpec group) {
            Stream.of(
                            CaseLookCommands.class,
                            CaseReplyCommands.class,
                            CasePlanCommands.class,
                            CaseHandlingCommands.class)
                    .flatMap(file -> CommandLine.getCommandMethods(file, null).stream())
                    .sorted(Comparator.comparing(Method::getName))
                    .map(CommandLine::new)
                    .forEach(command -> group.addSubcommand(command.getCommandName(), command));
            return group;
        }
    }
}
