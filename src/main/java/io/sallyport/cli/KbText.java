package io.sallyport.cli;

import io.sallyport.insight.Patterns;
import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.Audience;
import io.sallyport.knowledge.Hit;
import io.sallyport.knowledge.ImportReport;
import io.sallyport.knowledge.ImportReport.Held;
import io.sallyport.knowledge.ImportReport.Rejected;
import io.sallyport.knowledge.Review;
import io.sallyport.knowledge.Revision;
import io.sallyport.knowledge.StandingChange;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Articles as plain text for a terminal. */
final class KbText {

    private KbText() {}

    static String line(Article article, Optional<String> whyNot) {
        return String.format(
                "%-36s  r%-3d  %s  %s",
                article.slug(),
                article.revision(),
                whyNot.map(why -> "NOT QUOTABLE: " + why)
                        .orElse("quotable, "
                                + article.review().map(KbText::review).orElse("")),
                article.title());
    }

    /** @param whyNot of the current revision */
    static String of(
            Article article,
            Revision shown,
            List<Revision> revisions,
            List<StandingChange> changes,
            Optional<String> whyNot) {
        var text = new StringJoiner("\n");
        text.add(shown.title());
        text.add(shown.ref() + "  "
                + (shown.audience() == Audience.INTERNAL ? "internal" : "public")
                + article.productArea().map(area -> "  area " + area).orElse("")
                + (article.tags().isEmpty() ? "" : "  tags " + String.join(", ", article.tags())));
        Optional<String> reason = shown.current() ? whyNot : Optional.of("since replaced");
        text.add(reason.map(why -> "NOT QUOTABLE: " + why).orElse("quotable"));
        revisions.forEach(revision -> text.add("  revision " + revision.ref().revision() + "  imported "
                + day(revision.importedAt()) + "  "
                + revision.review().map(KbText::review).orElse("never reviewed by a person")));
        changes.forEach(change -> text.add(line(change)));
        return text.add("").add(shown.text()).toString();
    }

    static String of(Hit hit) {
        var passage = hit.passage();
        return String.format(
                        Locale.ROOT,
                        "%.2f  %s  %s%n",
                        hit.cosine(),
                        passage.id(),
                        passage.notCitable().map(why -> "NOT QUOTABLE: " + why).orElse("quotable"))
                + passage.text().indent(6);
    }

    /** A line for each file that an import kept out. */
    static List<String> rejected(ImportReport report, Path folder) {
        Map<String, String> problems = report.rejected().stream()
                .collect(Collectors.toMap(
                        Rejected::file, KbText::problem, (one, next) -> one + "; line " + next, LinkedHashMap::new));
        Map<String, Article> held = report.held().stream().collect(Collectors.toMap(Held::file, Held::article));
        return problems.entrySet().stream()
                .map(one -> "sallyport: skipped " + folder.resolve(one.getKey()) + ":" + one.getValue()
                        + Optional.ofNullable(held.get(one.getKey()))
                                .map(article -> "; revision " + article.revision() + " of '" + article.slug()
                                        + "' stays but is not quoted until an import takes this file in")
                                .orElse("; no article came of it"))
                .toList();
    }

    private static String problem(Rejected rejected) {
        return rejected.problem().line() + ": " + rejected.problem().reason();
    }

    private static String line(StandingChange change) {
        return "  " + change.what().name().toLowerCase(Locale.ROOT) + " " + day(change.at())
                + change.by().map(person -> " by " + person).orElse(" by an import") + ": " + change.why();
    }

    private static String review(Review review) {
        return "reviewed " + day(review.at()) + " by " + review.by()
                + switch (review.how()) {
                    case FRONT_MATTER, PERSON -> "";
                    case FILE -> " (listed dates)";
                    case ASSUMED -> " (vouched for the whole import)";
                };
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** A problem and what worked, for people to read. */
    static String of(Patterns.Pattern pattern) {
        return "%s  %s, by %s%s%n    %s: %s%n    worked: %s"
                .formatted(
                        pattern.caseId(),
                        pattern.category(),
                        pattern.resolvedBy(),
                        pattern.isCandidate() ? ", could become an article" : "",
                        pattern.subject(),
                        inOneLine(pattern.problem()),
                        inOneLine(pattern.worked()));
    }

    private static String inOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
