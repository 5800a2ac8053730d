package io.sallyport.skill;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.privacy.CaseMasks;
import io.sallyport.privacy.Mask;
import io.sallyport.skill.ArticleFile.Part;
import io.sallyport.skill.ArticleWording.Result;
import io.sallyport.skill.ArticleWording.Written;
import io.sallyport.skill.Solution.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Drafts an article from how a case was answered, with its personal data masked: as a model of the analyst role words it where
 * the case bears every word of that, else in the case's own words.
 */
final class ArticleAuthor {

    static final String EMBEDDED = "embedded";

    private static final String FORMAT = "sallyport.skill.kb-article/1";

    private final Duplicates duplicates;
    private final CaseMasks masks;
    private final BiPredicate<String, CaseRecord> isCourtesy;
    private final Optional<ArticleWording> wording;

    /** @param model of the analyst role; empty where the case's own words are all there is */
    ArticleAuthor(
            Duplicates duplicates,
            CaseMasks masks,
            BiPredicate<String, CaseRecord> isCourtesy,
            Optional<LanguageModel> model) {
        this.wording = model.map(ArticleWording::new);
        this.duplicates = duplicates;
        this.masks = masks;
        this.isCourtesy = isCourtesy;
    }

    /** @param anyway whether to draft what articles say already */
    ArticleReport draft(CaseRecord record, boolean anyway) {
        var solution = Solution.of(record, sentence -> isCourtesy.test(sentence, record));
        var found = duplicates.of(solution);
        boolean isWritten = anyway || !found.coverage().equals(ArticleReport.COVERED);
        var draft = draft(record, solution, isWritten);
        String article = isWritten ? ArticleFile.write(record, draft.title(), draft.parts()) : "";
        return new ArticleReport(
                FORMAT,
                About.of(record),
                found.coverage(),
                found.why(),
                found.near(),
                Solution.slug(draft.title()),
                draft.by(),
                notes(article, solution, found, draft.notes()),
                article);
    }

    /** @param notes what came of asking a model */
    private record Draft(String by, String title, List<Part> parts, List<String> notes) {}

    private Draft draft(CaseRecord record, Solution solution, boolean isWritten) {
        Mask mask = masks.of(record);
        return wording.filter(_ -> isWritten)
                .map(asked -> switch (asked.write(record, solution)) {
                    case Result.Worded(var article, var by, var leftOut) -> worded(article, by, leftOut, mask);
                    case Result.NotKept(var why) -> inOwnWords(solution, mask, List.of(why));
                })
                .orElseGet(() -> inOwnWords(solution, mask, List.of()));
    }

    private static Draft inOwnWords(Solution solution, Mask mask, List<String> notes) {
        String title = mask.mask(solution.title());
        return new Draft(EMBEDDED, title, parts(solution, title, mask), notes);
    }

    private static Draft worded(Written article, String by, List<String> leftOut, Mask mask) {
        var parts = article.parts().stream()
                .map(part -> new Part(
                        mask.mask(part.heading()),
                        lines(
                                part.lines().stream()
                                        .map(line -> new Statement(line.text(), line.isStep(), List.of()))
                                        .toList(),
                                mask)))
                .toList();
        var notes = leftOut.stream()
                .map(sentence -> "the model left out: “" + mask.mask(sentence) + "”")
                .toList();
        return new Draft(by, mask.mask(article.title()), parts, notes);
    }

    private static List<Part> parts(Solution solution, String title, Mask mask) {
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

    private static List<String> notes(String article, Solution solution, Duplicates.Found found, List<String> ofModel) {
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
        return Stream.of(ofModel.stream(), sources, unsaid, masked)
                .flatMap(all -> all)
                .toList();
    }
}
