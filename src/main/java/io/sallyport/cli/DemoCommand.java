package io.sallyport.cli;

import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.connector.customers.BuiltInCustomers;
import io.sallyport.connector.sandbox.Sandbox;
import io.sallyport.console.ConsoleAccess;
import io.sallyport.evaluation.HandoffEvaluation;
import io.sallyport.evaluation.HandoffEvaluation.Judged;
import io.sallyport.evaluation.Replay;
import io.sallyport.evaluation.ReplayInput;
import io.sallyport.evaluation.ReplayedCase;
import io.sallyport.evaluation.SampleCompany;
import io.sallyport.evaluation.ScratchDatabase;
import io.sallyport.gate.LaneModes;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.triage.KnownIssues;
import io.sallyport.triage.Lessons;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Starts the desk on the sample company, plays a queue of customers' messages, prints one line for each as it is"
                    + " decided, and keeps serving.",
            "Uses a database of its own, made afresh each time; review dates of the sample articles are moved to today."
        })
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--exit", description = "Ends after the summary.")
    private boolean exit;

    @Option(names = "--draft", description = "Leaves the answer lane in draft, so that every reply waits for a person.")
    private boolean draft;

    @Option(names = "--port", description = "The port to listen on (default: 8080, or a free one when that is taken).")
    private int port = 8080;

    @Option(names = "--messages", description = "How many messages to play (default: all of the sample's test half).")
    private int messages = Integer.MAX_VALUE;

    @Override
    public Integer call() throws IOException, InterruptedException {
        SampleCompany company = SampleCompany.find();
        Path var = OpenDesk.var().resolve("demo");
        System.out.println("Starting the embedded database …");
        boolean areNoneLost;
        try (var scratch = ScratchDatabase.openFresh(var, "demo")) {
            int listening = isFree(port) ? port : freePort();
            Map<String, Object> settings = new HashMap<>(scratch.settings());
            settings.putAll(company.settings());
            settings.putAll(
                    Map.of("sallyport.var", var.toString(), "server.port", listening, "server.address", "127.0.0.1"));
            System.out.println("Starting the desk …");
            try (ConfigurableApplicationContext desk = OpenDesk.toShow(settings)) {
                furnish(desk, company, var);
                areNoneLost = play(desk, company);
                String password = desk.getBean(ConsoleAccess.class).resetPassword();
                System.out.println(
                        "\nConsole   http://127.0.0.1:" + listening + "/console  user operator, password " + password);
                System.out.println("Customers http://127.0.0.1:" + listening + "/ask");
                if (!exit) {
                    System.out.println("Serving until you press Ctrl-C.");
                    Thread.currentThread().join();
                }
            }
        }
        return areNoneLost ? 0 : Sallyport.EXIT_FAILED;
    }

    private void furnish(ConfigurableApplicationContext desk, SampleCompany company, Path var) throws IOException {
        LocalDate today = LocalDate.ofInstant(desk.getBean(InstantSource.class).instant(), ZoneOffset.UTC);
        Path articles = company.articlesAsOf(today, var.resolve("articles"));
        var report =
                desk.getBean(KnowledgeBase.class).importDirectory(articles, ImportOptions.NONE, Progresses.onOneLine());
        var customers = desk.getBean(BuiltInCustomers.class).load(company.customers());
        System.out.printf(
                "Harbourlight, a sample company: %d articles, %d customers%n",
                report.taken().size(), customers.customers().size());
        customers.problems().forEach(System.out::println);
        for (Path records : company.records()) {
            desk.getBean(Sandbox.class)
                    .load(records, SampleCompany.daysUntil(today))
                    .problems()
                    .forEach(System.out::println);
        }
        desk.getBean(KnownIssues.class).load(company.knownIssues()).problems().forEach(System.out::println);
        if (!draft) {
            desk.getBean(LaneModes.class).set(Lane.ANSWER, LaneMode.AUTO, "demo");
            desk.getBean(LaneModes.class).set(Lane.ESCALATION, LaneMode.AUTO, "demo");
            System.out.println("The answer and escalation lanes are open (auto) for this demo; on a new desk every lane"
                    + " starts in draft.");
        }
    }

    private boolean play(ConfigurableApplicationContext desk, SampleCompany company)
            throws IOException, InterruptedException {
        List<ReplayInput.Line> lines = ReplayInput.read(company.testMessages());
        List<ReplayInput.Line> played = lines.subList(0, Math.min(messages, lines.size()));
        System.out.println("Learning from the labelled messages");
        Lessons.await();
        System.out.println("Playing " + played.size() + " messages\n");
        var cases = desk.getBean(CaseStore.class);
        var replay = new Replay(desk.getBean(IntakeWatcher.class), cases, desk.getBean(InstantSource.class));
        Replay.Result result = replay.run("demo", played, DemoCommand::print);
        System.out.println();
        for (String outcome : List.of("answer", "ask", "action", "escalate", "stop", "junk")) {
            System.out.printf("%-9s %d%n", said(outcome), result.count(outcome));
        }
        System.out.printf(
                Locale.ROOT,
                "%d messages in %.1f s, none lost: %s%n",
                result.cases().size(),
                result.took().toMillis() / 1000.0,
                result.lost().isEmpty() ? "yes" : "NO " + result.lost());
        printPackets(HandoffEvaluation.of(cases));
        return result.lost().isEmpty();
    }

    private static void printPackets(List<Judged> judged) {
        System.out.println(HandoffEvaluation.line(judged));
        judged.forEach(one -> {
            if (one instanceof Judged.Invalid(String why)) {
                System.out.println("invalid packet: " + why);
            }
        });
    }

    private static void print(ReplayedCase one) {
        System.out.printf(
                "%-8s %-19s %-2s %-10s %-8s %s%n",
                one.id(), one.category(), one.priority(), one.lane(), said(one.outcome()), line(one));
    }

    private static String said(String outcome) {
        return switch (outcome) {
            case "answer" -> "answered";
            case "ask" -> "asked";
            case "escalate" -> "handed";
            case "stop" -> "stopped";
            default -> outcome;
        };
    }

    private static String line(ReplayedCase one) {
        String text = switch (one.outcome()) {
            case "answer", "ask" ->
                one.citations().isEmpty()
                        ? one.reply()
                        : "“" + one.citations().getFirst().quote() + "” ("
                                + one.citations().getFirst().article() + ")";
            default -> one.because();
        };
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() > 110 ? flat.substring(0, 109) + "…" : flat;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
