package io.sallyport.cli;

import io.sallyport.casefile.CaseId;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of everything: {@code ./sallyport COMMAND}. */
@Command(
        name = "sallyport",
        description = "An autonomous customer-support desk that cannot send what it cannot prove.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CommandLine.HelpCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            KbCommand.class,
            CaseCommand.class,
            LaneCommand.class,
            AuditCommand.class,
            DemoCommand.class,
            ReplayCommand.class,
            EvalCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ApiKeyCommand.class,
            ConsolePasswordCommand.class,
        })
public final class Sallyport {

    /** What went wrong was the caller's to mend, and has been said. */
    static final int EXIT_FAILED = 1;

    private Sallyport() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** @return the exit status: 0 done, 1 failed and said why, 2 the command line could not be read */
    static int run(String... arguments) {
        return new CommandLine(new Sallyport())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(CaseId.class, CaseId::new)
                .setParameterExceptionHandler((problem, _) -> Problems.sayMisread(problem))
                .setExecutionExceptionHandler((problem, command, _) -> {
                    command.getErr().println("sallyport: " + Problems.inOneLine(problem));
                    return EXIT_FAILED;
                })
                .execute(arguments.length == 0 ? new String[] {"help"} : arguments);
    }
}
