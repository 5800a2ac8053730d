package io.sallyport.cli;

import io.sallyport.casefile.CaseId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** The entry of everything: {@code ./sallyport COMMAND}. */
@Command(
        name = "sallyport",
        description = "An autonomous customer-support desk that cannot send what it cannot prove.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            CaseCommand.class,
            QueueCommand.class,
            ClusterCommand.class,
            QaCommand.class,
            TriageCommand.class,
            ResearchCommand.class,
            DraftCommand.class,
            EscalateCommand.class,
            KbArticleCommand.class,
            SupportLoopCommand.class,
            LaneCommand.class,
            SandboxCommand.class,
            IssueCommand.class,
            ChatCommand.class,
            PageCommand.class,
            KbCommand.class,
            CustomersCommand.class,
            KnownIssuesCommand.class,
            ActionsCommand.class,
            ReplayCommand.class,
            EvalCommand.class,
            BenchCommand.class,
            LearnCommand.class,
            ModelsCommand.class,
            AuditCommand.class,
            PolicyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ApiKeyCommand.class,
            ConsolePasswordCommand.class,
            HelpCommand.class,
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
                .registerConverter(CaseId.class, Sallyport::caseId)
                .registerConverter(LocalDate.class, Sallyport::day)
                .setParameterExceptionHandler((problem, _) -> Problems.sayMisread(problem))
                .setExecutionExceptionHandler((problem, command, _) -> {
                    command.getErr().println("sallyport: " + Problems.inOneLine(problem));
                    return EXIT_FAILED;
                })
                .execute(arguments.length == 0 ? new String[] {"help"} : arguments);
    }

    private static CaseId caseId(String written) {
        String id = written.toUpperCase(Locale.ROOT);
        if (!CaseId.isCaseId(id)) {
            throw new TypeConversionException("'" + written + "' is no case's id; they look like SP-7K2M9QX4TC");
        }
        return new CaseId(id);
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException _) {
            throw new TypeConversionException("'" + written + "' is no date; write it as 2026-06-30");
        }
    }
}
