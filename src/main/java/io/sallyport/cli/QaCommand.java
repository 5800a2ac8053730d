package io.sallyport.cli;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore;
import io.sallyport.insight.PeoplesCorrections;
import io.sallyport.insight.QaFindings;
import io.sallyport.insight.QaReviewer;
import io.sallyport.insight.Review;
import io.sallyport.insight.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "qa",
        description = {
            "Reviews one case's reply now (the one sent last, else the draft) and changes nothing: accuracy, tone, policy,",
            "completeness from 1 to 5, each with its reason. A model in the role qa is really called.",
            "'qa list' shows what the desk's own reviews of sent replies found."
        },
        synopsisSubcommandLabel = "[COMMAND]")
final class QaCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CASE_ID", arity = "0..1", description = "The case.")
    private Optional<CaseId> id = Optional.empty();

    @Option(names = "--json", description = "One JSON object instead of Markdown.")
    private boolean json;

    @Override
    public Integer call() {
        CaseId wanted = id.orElseThrow(() -> Usage.wrong(spec, "say which case, or 'list'"));
        try (var desk = OpenDesk.toLookAt()) {
            var cases = desk.getBean(CaseStore.class);
            cases.load(wanted);
            Optional<Subject> subject = Subject.latest(cases.events(wanted));
            if (subject.isEmpty()) {
                System.err.println("sallyport: " + wanted + " has no reply yet, neither sent nor drafted");
                return Sallyport.EXIT_FAILED;
            }
            Review review = desk.getBean(QaReviewer.class).review(subject.get());
            System.out.println(json ? QaText.json(subject.get(), review) : QaText.markdown(subject.get(), review));
            return review instanceof Review.Scored ? 0 : Sallyport.EXIT_FAILED;
        }
    }

    @Command(
            description = {
                "Shows sent replies that were found not accurate or could not be reviewed, newest first, each lane's sums,",
                "and how often people put right what a case was taken for."
            })
    int list(
            @Option(names = "--all", description = "Every reply that was sampled.") boolean all,
            @Option(names = "--limit", defaultValue = "50", description = "At most so many (default: 50).") int limit,
            @Option(names = "--json", description = "One JSON object.") boolean asJson) {
        try (var desk = OpenDesk.toLookAt()) {
            var findings = desk.getBean(QaFindings.class);
            var lines = all ? findings.sampled(limit) : findings.toLookAt(limit);
            // To the end of time: a node's clock may be ahead of this one's.
            Instant until = desk.getBean(InstantSource.class).instant().plusSeconds(86_400);
            var sums = findings.sums(Instant.EPOCH, until);
            var corrections = CorrectionsText.of(desk.getBean(PeoplesCorrections.class), until);
            System.out.println(asJson ? QaText.json(lines, sums, corrections) : QaText.list(lines, sums, corrections));
            return 0;
        }
    }
}
