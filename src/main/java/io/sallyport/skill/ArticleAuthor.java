package io.sallyport.skill;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.privacy.CaseMasks;
import io.sallyport.privacy.Mask;
import io.sallyport.skill.ArticleFile.Part;
import io.sallyport.skill.Solution.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Drafts an article from how a case was answered, in the case's own words, with its personal data masked. */
final class ArticleAuthor {

    static final String EMBEDDED = "embedded";

    private static final String FORMAT = "sallyport.skill.kb-article/1";

    private final Duplicates duplicates;
    private final CaseMasks masks;
    private final BiPredicate<String, CaseRecord> isCourtesy;

    ArticleAuthor(Duplicates duplicates, CaseMasks masks, BiPredicate<String, CaseRecord> isCourtesy) {
        this.duplicates = duplicates;
        this.masks = masks;
        this.isCourtesy = isCourtesy;
    }

    /** @param anyway whether to draft what articles say already */
    ArticleReport draft(CaseRecord record, boolean anyway) {
        var solution = Solution.of(record, sentence -> isCourtesy.test(sentence, record));
        var found = duplicates.of(solution);
        var title = masks.of(Optional.of(record.id())).mask(solution.title());
        boolean isWritten = anyway || !found.coverage().equals(ArticleReport.COVERED);
        String article = isWritten ? ArticleFile.write(record, title, parts(record, solution, title)) : "";
        return new ArticleReport(
                FORMAT,
                About.of(record),
                found.coverage(),
                found.why(),
                found.near(),
                Solution.slug(title),
                EMBEDDED,
                notes(article, solution, found),
                article);
    }

    private List<Part> parts(CaseRecord record, Solution solution, String title) {
        Mask mask = masks.of(Optional.of(record.id()));
        var parts = new ArrayList<Part>();
        if (!solution.statements().isEmpty()) {
            parts.add(new Part(title, lines(solution.statements(), mask)));
        }
        if (!solution.how().isEmpty()) {
            parts.add(new Part("How it was solved", List.of(mask.mask(solution.how()))));
        }
        return parts;
    }

    /** Steps stay numbered. What is quoted from an article is that article's, word for word, and masked nowhere. */
    private static List<String> lines(List<Statement> statements, Mask mask) {
        var lines = new ArrayList<String>();
        int step = 0;
        for (Statement statement : statements) {
            step = statement.isStep() ? step + 1 : 0;
            String words = statement.citations().isEmpty() ? mask.mask(statement.text()) : statement.text();
            lines.add(step > 0 ? step + ". " + words : words);
        }
        return lines;
    }

    private static List<String> notes(String article, Solution solution, Duplicates.Found found) {
        if (article.isEmpty()) {
            return List.of("nothing to write; --anyway drafts it all the same");
        }
        var sources = solution.statements().stream()
                .flatMap(statement -> statement.citations().stream())
                .map(Citation::source)
                .distinct()
                .map(source -> "quotes " + source);
        var unsaid = found.unsaid().stream().map(sentence -> "no article has: “" + sentence + "”");
        var masked = article.matches("(?s).*\\[[A-Z-]+-\\d+].*")
                ? Stream.of("names such as [NAME-1] stand for personal data; write it without them")
                : Stream.<String>of();
        return Stream.of(sources, unsaid, masked).flatMap(all -> all).toList();
    }
}
