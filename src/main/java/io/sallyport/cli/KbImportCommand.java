package io.sallyport.cli;

import io.sallyport.knowledge.ArticleStore.Change;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.ImportReport;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Review;
import io.sallyport.knowledge.ReviewDates;
import io.sallyport.knowledge.ReviewerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Takes in a folder of Markdown articles; what changed becomes a new revision, which needs a new review.",
            "A file that cannot be read is reported and skipped, and its article of an earlier import not quoted until it"
                    + " can be; the rest goes in, and the status is 1.",
            "Front matter it knows: title, reviewed, reviewed_by, author, audience, draft, published, tags,"
                    + " product_area."
        })
final class KbImportCommand implements Callable<Integer> {

    private static final int MOST_SHOWN = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "Every .md and .mdx file below it is an article.")
    private Path folder = Path.of("");

    @Option(
            names = "--review-dates",
            paramLabel = "FILE",
            description = "Review dates kept in a tab-separated file; the newest of each path counts.")
    private Optional<Path> reviewDates = Optional.empty();

    @Option(
            names = "--path-column",
            defaultValue = "path",
            paramLabel = "COLUMN",
            description = "The paths' column in it: its number, from 1, or its name in the first line (default: path).")
    private String pathColumn = "";

    @Option(
            names = "--date-column",
            defaultValue = "date",
            paramLabel = "COLUMN",
            description = "The dates' column, likewise (default: date).")
    private String dateColumn = "";

    @Option(
            names = "--assume-reviewed",
            paramLabel = "DATE",
            description = "A person vouches for every article of this import, as of this day (2026-06-30).")
    private Optional<LocalDate> assumed = Optional.empty();

    @Option(names = "--by", paramLabel = "NAME", description = "The person who vouches for those dates.")
    private Optional<String> by = Optional.empty();

    @Override
    public Integer call() throws IOException {
        checkFlags();
        Optional<ReviewDates> dates = readDates();
        try (var desk = OpenDesk.toLookAt()) {
            var options = new ImportOptions(dates, assumed.map(day -> vouched(day, by.orElseThrow())));
            var knowledge = desk.getBean(KnowledgeBase.class);
            ImportReport report = knowledge.importDirectory(folder, options, Progresses.onOneLine());
            print(report, knowledge);
            return report.taken().isEmpty() || !report.rejected().isEmpty() ? Sallyport.EXIT_FAILED : 0;
        }
    }

    private void checkFlags() {
        if (!Files.isDirectory(folder)) {
            throw Usage.wrong(spec, folder + " is no folder; give the one that holds the Markdown files");
        }
        if ((reviewDates.isPresent() || assumed.isPresent()) != by.isPresent()) {
            throw Usage.wrong(
                    spec,
                    by.isPresent()
                            ? "--by goes with --review-dates or --assume-reviewed"
                            : "say with --by NAME which person vouches for the dates");
        }
        by.filter(name -> !ReviewerName.isPerson(name)).ifPresent(name -> {
            throw Usage.wrong(spec, "--by needs a person's name, not '" + name + "'");
        });
        LocalDate latest = Instant.now().atOffset(ZoneOffset.ofHours(14)).toLocalDate();
        assumed.filter(day -> day.isAfter(latest)).ifPresent(day -> {
            throw Usage.wrong(spec, "--assume-reviewed " + day + " lies in the future");
        });
    }

    private Optional<ReviewDates> readDates() throws IOException {
        if (reviewDates.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ReviewDates.read(reviewDates.get(), pathColumn, dateColumn, by.orElseThrow()));
    }

    /** A day counts from its first moment in UTC, but never lies ahead of now. */
    private static Review vouched(LocalDate day, String by) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant now = Instant.now();
        return new Review(start.isAfter(now) ? now : start, by, Review.How.ASSUMED);
    }

    private void print(ImportReport report, KnowledgeBase knowledge) {
        KbText.rejected(report, folder).forEach(System.err::println);
        if (!report.skipped().isEmpty()) {
            System.out.println("note: taken for files about the folder, not for articles: " + named(report.skipped())
                    + "; with front matter they are articles");
        }
        report.notes().stream().limit(MOST_SHOWN).forEach(note -> System.out.println("note: " + note));
        if (report.notes().size() > MOST_SHOWN) {
            System.out.println("note: and " + (report.notes().size() - MOST_SHOWN) + " more like these");
        }
        if (!report.absent().isEmpty()) {
            System.out.println("note: " + report.absent().size() + " articles of earlier imports are not in " + folder
                    + " and stay as they are: " + named(report.absent())
                    + "; './sallyport kb withdraw SLUG --by NAME --why WHY' takes one back");
        }
        long quotable = report.taken().stream()
                .filter(one -> knowledge.whyNotCitable(one.article()).isEmpty())
                .count();
        System.out.printf(
                "%d articles: %d new, %d changed, %d unchanged; %d files skipped; %d may be quoted, %d may not%n",
                report.taken().size(),
                report.count(Change.NEW),
                report.count(Change.CHANGED),
                report.count(Change.UNCHANGED),
                report.countRejected(),
                quotable,
                report.taken().size() - quotable);
    }

    private static String named(List<String> slugs) {
        String some = slugs.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
        return slugs.size() > MOST_SHOWN ? some + " and " + (slugs.size() - MOST_SHOWN) + " more" : some;
    }
}
