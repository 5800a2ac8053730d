package io.sallyport.cli;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.connector.sandbox.Fault;
import io.sallyport.connector.sandbox.RecordFile;
import io.sallyport.connector.sandbox.Sandbox;
import io.sallyport.connector.sandbox.SandboxMail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sandbox",
        description = "The built-in stand-in for CRM, orders, billing and customers' mailboxes.",
        synopsisSubcommandLabel = "COMMAND")
final class SandboxCommand {

    private static final int MOST_MAILS = 20;

    @Command(
            name = "import",
            description = {
                "Takes in records from JSON lines; the names begin with accounts, orders, invoices or subscriptions.",
                "What is there stays as it is. A row that cannot be read is reported with its line and skipped;",
                "the rest stays in, and the status is 1."
            })
    int load(@Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files) {
        Map<Boolean, List<Path>> parts = files.stream().collect(Collectors.partitioningBy(SandboxCommand::isAccounts));
        List<Path> accountsFirst = Stream.of(true, false)
                .flatMap(isAccounts -> parts.getOrDefault(isAccounts, List.of()).stream())
                .toList();
        return at(sandbox -> RowFile.takeAll(accountsFirst, file -> take(sandbox, file)));
    }

    /** Everything else belongs to an account. */
    private static boolean isAccounts(Path file) {
        return file.getFileName().toString().startsWith("accounts");
    }

    private static RowFile.Taken take(Sandbox sandbox, Path file) throws IOException {
        RecordFile.Report report = sandbox.load(file, 0);
        return new RowFile.Taken(report.taken() + " taken in, " + report.known() + " known before", report.problems());
    }

    @Command(description = "Shows what there is of a customer, and what was done for them.")
    int show(@Parameters(paramLabel = "ADDRESS", description = "The address on file.") String address) {
        return at(sandbox -> {
            var account = sandbox.records().findAccount(address);
            if (account.isEmpty()) {
                System.err.println("sallyport: the sandbox has no account with the address " + address);
                return Sallyport.EXIT_FAILED;
            }
            System.out.println(line(account.get()));
            for (String kind : List.of("subscription", "invoice", "order", "refund", "return")) {
                sandbox.records().of(kind, account.get().id()).forEach(record -> System.out.println(line(record)));
            }
            sandbox.log(account.get().id()).forEach(entry -> System.out.println("log  " + entry));
            return 0;
        });
    }

    private static String line(BusinessRecord record) {
        return record.kind() + " " + record.id() + "  "
                + record.fields().keySet().stream()
                        .sorted()
                        .filter(name -> !List.of("id", "account").contains(name))
                        .flatMap(name -> record
                                .text(name)
                                .or(() -> record.whole(name).map(String::valueOf))
                                .map(value -> name + "=" + value)
                                .stream())
                        .collect(Collectors.joining("  "));
    }

    @Command(description = "Opens a customer's mailbox: codes and links are here and nowhere else.")
    int mail(@Parameters(paramLabel = "ADDRESS") String address) {
        return at(sandbox -> {
            List<SandboxMail> mails = sandbox.mails(address, MOST_MAILS);
            mails.forEach(mail -> System.out.println(mail.sentAt() + "  " + mail.subject() + "\n    "
                    + (mail.body().isEmpty() ? "(what it held has expired)" : mail.body())));
            System.out.println(mails.size() + (mails.size() == 1 ? " mail" : " mails"));
            return 0;
        });
    }

    @Command(description = "Makes the sandbox fail when it is called next; without arguments it is well again.")
    int fault(
            @Parameters(
                            index = "0",
                            arity = "0..1",
                            defaultValue = "",
                            paramLabel = "BINDING",
                            description = "sandbox/refund and so on, sandbox/undo, sandbox/mail, sandbox/read,"
                                    + " sandbox/look-up, or * for every change.")
                    String binding,
            @Parameters(
                            index = "1",
                            arity = "0..1",
                            defaultValue = "",
                            paramLabel = "KIND",
                            description = "refuse, fail-before, fail-after, time-out or hang.")
                    String kind,
            @Option(names = "--times", defaultValue = "1", description = "How often (default: once).") int times) {
        return at(sandbox -> {
            if (binding.isEmpty()) {
                sandbox.heal();
                System.out.println("the sandbox is well");
                return 0;
            }
            Fault fault = Fault.find(kind)
                    .orElseThrow(() -> new IllegalArgumentException("there is no fault '" + kind + "'; there are "
                            + Arrays.stream(Fault.values()).map(Fault::label).collect(Collectors.joining(", "))));
            sandbox.fail(binding, fault, times);
            System.out.println(binding + " will " + fault.label() + ", " + times + (times == 1 ? " time" : " times"));
            return 0;
        });
    }

    private static int at(ToIntFunction<Sandbox> work) {
        try (var desk = OpenDesk.toLookAt()) {
            Sandbox sandbox = desk.getBeanProvider(Sandbox.class).getIfAvailable(() -> {
                throw new IllegalStateException("this desk has no sandbox; set sallyport.sandbox.enabled to true");
            });
            return work.applyAsInt(sandbox);
        }
    }
}
