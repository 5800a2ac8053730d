package io.sallyport.knowledge.markdown;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one Markdown article. */
public final class ArticleParser {

    /** Either the article or every reason why not. */
    public sealed interface Result {
        record Parsed(ParsedArticle article) implements Result {}

        record Refused(List<Problem> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    private static final Map<String, Boolean> IS_INTERNAL = Map.of("public", false, "internal", true);
    private static final Map<String, Boolean> YES_OR_NO =
            Map.of("true", true, "yes", true, "false", false, "no", false);

    private ArticleParser() {}

    /** @param fallbackTitle for a file that has neither a title in its front matter nor a first-level heading */
    public static Result parse(String file, String fallbackTitle) {
        var matter = FrontMatter.read(file.startsWith("\ufeff") ? file.substring(1) : file);
        var cleaned = MdxCleaner.clean(matter.body());
        cleaned.problems().forEach(matter::refuseInBody);
        var blocks = PlainBlocks.of(cleaned);
        var article = read(matter, blocks, fallbackTitle);
        var problems = matter.problems();
        if (problems.isEmpty() && article.pieces().isEmpty()) {
            problems = List.of(new Problem(1, "there is no text in it"));
        }
        return problems.isEmpty() ? new Result.Parsed(article) : new Result.Refused(problems);
    }

    private static ParsedArticle read(FrontMatter matter, List<Block> blocks, String fallbackTitle) {
        var ownTitle = matter.find("title");
        var heading = ownTitle.isPresent() ? Optional.<String>empty() : topHeading(blocks);
        var body = heading.isPresent() ? blocks.subList(1, blocks.size()) : blocks;
        return new ParsedArticle(
                ownTitle.or(() -> heading).orElse(fallbackTitle),
                matter.find("author"),
                matter.find("reviewed", LocalDate::parse, "a date such as 2026-06-02"),
                matter.find("reviewed_by"),
                matter.findSingle("audience", value -> oneOf(IS_INTERNAL, value), "public or internal")
                        .orElse(false),
                matter.find("product_area"),
                tags(matter),
                isPublished(matter),
                matter.body(),
                PassageCutter.cut(body));
    }

    /** "billing, refunds" are two. */
    private static List<String> tags(FrontMatter matter) {
        return matter.list("tags").stream()
                .flatMap(tags -> Stream.of(tags.split(",", -1)))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static boolean isPublished(FrontMatter matter) {
        var draft = matter.findSingle("draft", value -> oneOf(YES_OR_NO, value), "true or false");
        var published = matter.findSingle("published", value -> oneOf(YES_OR_NO, value), "true or false");
        return !draft.orElse(false) && published.orElse(true);
    }

    private static Optional<String> topHeading(List<Block> blocks) {
        return !blocks.isEmpty() && blocks.getFirst() instanceof Block.Heading(var level, var text) && level == 1
                ? Optional.of(text)
                : Optional.empty();
    }

    private static boolean oneOf(Map<String, Boolean> known, String value) {
        var meaning = known.get(value.toLowerCase(Locale.ROOT));
        if (meaning == null) {
            throw new IllegalArgumentException(value);
        }
        return meaning;
    }
}
