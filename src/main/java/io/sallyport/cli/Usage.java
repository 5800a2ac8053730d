package io.sallyport.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What to say about a command line that cannot be meant. */
final class Usage {

    private Usage() {}

    static ParameterException wrong(CommandSpec command, String why) {
        return new ParameterException(command.commandLine(), why);
    }
}
