package io.sallyport.knowledge;

import io.sallyport.knowledge.ArticleFiles.Content;
import io.sallyport.knowledge.Revision.Section;
import io.sallyport.knowledge.markdown.ArticleParser;
import io.sallyport.knowledge.markdown.ParsedArticle;
import io.sallyport.knowledge.markdown.Problem;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One import of one folder; a file that cannot be taken in does not stop the others. */
final class DirectoryImport {

    private final ArticleStore store;
    private final ArticleFiles files;
    private final ImportOptions options;
    private final Instant now;

    private final List<ImportReport.Taken> taken = new ArrayList<>();
    private final List<ImportReport.Rejected> rejected = new ArrayList<>();
    private final Map<String, Article> held = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final Map<String, String> fileBySlug = new HashMap<>();
    private Map<String, Long> filesOfSlug = Map.of();
    private Map<String, LocalDate> listedDates = Map.of();

    DirectoryImport(ArticleStore store, ArticleFiles files, ImportOptions options, Instant now) {
        this.store = store;
        this.files = files;
        this.options = options;
        this.now = now;
    }

    ImportReport run(Progress progress) throws IOException {
        var names = files.list();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    files.folder() + " holds no article: no .md, .mdx or .markdown file; links in it are not followed");
        }
        options.reviewDates().ifPresent(dates -> {
            listedDates = dates.alignedTo(new TreeSet<>(names));
            dates.unread().forEach(line -> notes.add("review dates, " + line));
        });
        filesOfSlug = names.stream()
                .filter(file -> !files.isAboutTheFolder(file))
                .collect(Collectors.groupingBy(ArticleFiles::slug, Collectors.counting()));
        for (var i = 0; i < names.size(); i++) {
            take(names.get(i));
            progress.at("reading", i + 1, names.size());
        }
        var absent = new TreeSet<>(store.stamps().keySet());
        absent.removeAll(fileBySlug.keySet());
        var kept = held.entrySet().stream()
                .map(entry -> new ImportReport.Held(entry.getKey(), entry.getValue()))
                .toList();
        return new ImportReport(taken, rejected, kept, notes, skipped, List.copyOf(absent));
    }

    private void take(String file) {
        if (files.isAboutTheFolder(file)) {
            skipped.add(file);
            return;
        }
        var twin = fileBySlug.putIfAbsent(ArticleFiles.slug(file), file);
        if (twin != null) {
            reject(file, new Problem(1, "has the same name as " + twin));
            return;
        }
        switch (files.read(file)) {
            case Content.Unread(var problem) -> reject(file, problem);
            case Content.Read(var text) -> parse(file, text);
        }
    }

    private void reject(String file, Problem problem) {
        rejected.add(new ImportReport.Rejected(file, problem));
        var slug = ArticleFiles.slug(file);
        store.change(slug, StandingChange.held(file + ":" + problem.line() + ": " + problem.reason(), now));
        store.find(slug).ifPresent(article -> held.put(file, article));
    }

    private void parse(String file, String text) {
        switch (ArticleParser.parse(text, ArticleFiles.nameInWords(file))) {
            case ArticleParser.Result.Refused(var problems) ->
                problems.stream()
                        .sorted(Comparator.comparingInt(Problem::line))
                        .forEach(problem -> reject(file, problem));
            case ArticleParser.Result.Parsed(var article) -> save(file, article);
        }
    }

    private void save(String file, ParsedArticle article) {
        var offered = new ArrayList<OfferedReview>();
        ownReview(file, article).ifPresent(offered::add);
        listedReview(file).ifPresent(offered::add);
        options.assumed().map(OfferedReview::of).ifPresent(offered::add);
        var slug = ArticleFiles.slug(file);
        var saved = store.save(draft(slug, article), offered, now);
        if (offered.stream().anyMatch(one -> one.review().isPresent())
                && saved.article().review().isEmpty()) {
            notes.add(file + ": edited since its last review, so it has to be reviewed again");
        }
        taken.add(new ImportReport.Taken(file, saved.change(), settled(file, saved.article())));
    }

    /** Of two files with one name nobody knows which is meant, so that article waits. */
    private Article settled(String file, Article article) {
        var isShared = filesOfSlug.getOrDefault(article.slug(), 1L) > 1;
        if (article.isPublished() && !isShared) {
            return article;
        }
        var change = isShared
                ? StandingChange.held("another file has the same name as " + file, now)
                : StandingChange.released(now);
        return store.change(article.slug(), change) ? store.find(article.slug()).orElseThrow() : article;
    }

    private static ArticleDraft draft(String slug, ParsedArticle article) {
        var sections = article.pieces().stream()
                .map(piece -> new Section(piece.anchor(), piece.heading(), piece.text()))
                .toList();
        return new ArticleDraft(
                slug,
                article.title(),
                article.author(),
                article.internal() ? Audience.INTERNAL : Audience.PUBLIC,
                article.productArea(),
                article.tags(),
                article.published(),
                article.markdown(),
                sections);
    }

    private Optional<OfferedReview> ownReview(String file, ParsedArticle article) {
        return article.reviewed()
                .map(day -> new OfferedReview(
                        day,
                        reviewer(file, article)
                                .flatMap(by ->
                                        moment(file, day).map(at -> new Review(at, by, Review.How.FRONT_MATTER)))));
    }

    private Optional<String> reviewer(String file, ParsedArticle article) {
        var by = article.reviewedBy().orElse("");
        if (ReviewerName.isPerson(by)) {
            return Optional.of(by);
        }
        notes.add(file + ": reviewed by " + (by.isEmpty() ? "nobody named" : "'" + by + "', not a person")
                + ", so it does not count");
        return Optional.empty();
    }

    private Optional<OfferedReview> listedReview(String file) {
        return Optional.ofNullable(listedDates.get(file))
                .map(day -> new OfferedReview(
                        day,
                        moment(file, day)
                                .map(at -> new Review(
                                        at, options.reviewDates().orElseThrow().by(), Review.How.FILE))));
    }

    /** A day counts from its first moment; somewhere on earth it has begun up to 14 hours before UTC. */
    private Optional<Instant> moment(String file, LocalDate day) {
        var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (day.isAfter(OfferedReview.latestDay(now))) {
            notes.add(file + ": its review date " + day + " is still to come, so it does not count");
            return Optional.empty();
        }
        return Optional.of(start.isAfter(now) ? now : start);
    }
}
