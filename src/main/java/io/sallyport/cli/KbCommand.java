package io.sallyport.cli;

import io.sallyport.insight.Patterns;
import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.ArticleStore.Reviewing;
import io.sallyport.knowledge.Hit;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Revision;
import io.sallyport.knowledge.Scope;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "kb",
        description = "Takes in, lists, shows, reviews, withdraws and searches the articles that replies quote.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = KbImportCommand.class)
final class KbCommand {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(description = "Lists the articles, and says of each whether it may be quoted.")
    int list(
            @Option(names = "--stale", description = "Only those that may not be quoted now, and why.") boolean stale) {
        try (var desk = OpenDesk.toLookAt()) {
            var knowledge = desk.getBean(KnowledgeBase.class);
            List<Article> all = knowledge.list();
            List<Article> barred = all.stream()
                    .filter(article -> knowledge.whyNotCitable(article).isPresent())
                    .toList();
            (stale ? barred : all)
                    .forEach(article -> System.out.println(KbText.line(article, knowledge.whyNotCitable(article))));
            System.out.printf(
                    "%d articles, %d may be quoted, %d may not%n",
                    all.size(), all.size() - barred.size(), barred.size());
            return 0;
        }
    }

    @Command(description = "Shows an article: its reviews, its revisions, who withdrew it and its words.")
    int show(
            @Parameters(paramLabel = "SLUG", description = "Its name, as 'kb list' gives it.") String slug,
            @Option(names = "--revision", paramLabel = "NUMBER", description = "An earlier one (default: the current).")
                    Optional<Integer> number) {
        try (var desk = OpenDesk.toLookAt()) {
            var knowledge = desk.getBean(KnowledgeBase.class);
            Article article = load(knowledge, slug);
            List<Revision> revisions = knowledge.listRevisions(slug);
            int wanted = number.orElse(article.revision());
            Revision shown = revisions.stream()
                    .filter(revision -> revision.ref().equals(Article.ref(slug, wanted)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'" + slug + "' has no revision " + wanted + "; the newest is " + article.revision()));
            System.out.println(KbText.of(
                    article, shown, revisions, knowledge.listChanges(slug), knowledge.whyNotCitable(article)));
            return 0;
        }
    }

    @Command(description = "Says that an article is right as it stands today; it may be quoted until it is stale.")
    int review(
            @Parameters(paramLabel = "SLUG", description = "Its name, as 'kb list' gives it.") String slug,
            @Option(
                            names = "--revision",
                            required = true,
                            paramLabel = "NUMBER",
                            description = "The one that was read, as 'kb show' names it.")
                    int revision,
            @Mixin KbPerson person) {
        String by = person.name();
        try (var desk = OpenDesk.toLookAt()) {
            var knowledge = desk.getBean(KnowledgeBase.class);
            load(knowledge, slug);
            var now = desk.getBean(InstantSource.class).instant();
            return switch (knowledge.review(slug, revision, by, now)) {
                case Reviewing.Taken _ -> printed(knowledge, slug);
                case Reviewing.NotCurrent(int current) ->
                    throw new IllegalArgumentException("'" + slug + "' is at revision " + current + ", not " + revision
                            + ", so nothing was reviewed; read it with './sallyport kb show " + slug
                            + "' and review that one");
                case Reviewing.NoSuchArticle _ -> throw absent(slug);
            };
        }
    }

    @Command(description = "Takes an article back: it is neither found nor quoted any more, whatever imports bring.")
    int withdraw(
            @Parameters(paramLabel = "SLUG", description = "Its name, as 'kb list' gives it.") String slug,
            @Mixin KbReason reason,
            @Mixin KbPerson person) {
        String already = "is withdrawn already; './sallyport kb show " + slug + "' says by whom and why";
        return change(KnowledgeBase::withdraw, slug, person.name(), reason.words(), already);
    }

    @Command(description = "Puts a withdrawn article back; its reviews count as before.")
    int reinstate(
            @Parameters(paramLabel = "SLUG", description = "Its name, as 'kb list' gives it.") String slug,
            @Mixin KbReason reason,
            @Mixin KbPerson person) {
        return change(KnowledgeBase::reinstate, slug, person.name(), reason.words(), "is not withdrawn");
    }

    private interface Change {
        boolean make(KnowledgeBase knowledge, String slug, String by, String why);
    }

    /** @param already what is said of an article that the change finds as it would leave it */
    private static int change(Change change, String slug, String by, String why, String already) {
        try (var desk = OpenDesk.toLookAt()) {
            var knowledge = desk.getBean(KnowledgeBase.class);
            load(knowledge, slug);
            if (!change.make(knowledge, slug, by, why)) {
                throw new IllegalArgumentException("'" + slug + "' " + already);
            }
            return printed(knowledge, slug);
        }
    }

    @Command(description = "Finds the passages that fit a question best, and says which may not be quoted and why.")
    int search(
            @Parameters(paramLabel = "QUESTION", description = "In a customer's words.", arity = "1..*")
                    List<String> question,
            @Option(
                            names = "--limit",
                            paramLabel = "NUMBER",
                            defaultValue = "5",
                            description = "At most so many (default: 5).")
                    int limit) {
        if (limit < 1) {
            throw Usage.wrong(spec, "--limit has to be at least 1, not " + limit);
        }
        try (var desk = OpenDesk.toLookAt()) {
            var knowledge = desk.getBean(KnowledgeBase.class);
            List<Hit> found = knowledge.search(String.join(" ", question), limit, Scope.EVERYTHING);
            found.forEach(hit -> System.out.println(KbText.of(hit)));
            if (found.isEmpty()) {
                System.out.println(
                        knowledge.list().isEmpty() ? "no articles yet: ./sallyport kb import DIR" : "nothing");
            }
            return 0;
        }
    }

    @Command(description = "Lists how people solved cases, or what fits a problem best; none of it may be quoted.")
    int patterns(
            @Parameters(paramLabel = "PROBLEM", description = "In a customer's words.", arity = "0..*")
                    List<String> problem,
            @Option(
                            names = "--limit",
                            paramLabel = "NUMBER",
                            defaultValue = "20",
                            description = "At most so many (default: 20).")
                    int limit) {
        try (var desk = OpenDesk.toLookAt()) {
            var patterns = desk.getBean(Patterns.class);
            var found = problem == null || problem.isEmpty()
                    ? patterns.list(limit)
                    : patterns.search(String.join(" ", problem), limit);
            found.forEach(each -> System.out.println(KbText.of(each)));
            if (found.isEmpty()) {
                System.out.println("nothing");
            }
            return 0;
        }
    }

    private static int printed(KnowledgeBase knowledge, String slug) {
        Article article = load(knowledge, slug);
        System.out.println(KbText.line(article, knowledge.whyNotCitable(article)));
        return 0;
    }

    private static Article load(KnowledgeBase knowledge, String slug) {
        return knowledge.find(slug).orElseThrow(() -> absent(slug));
    }

    private static IllegalArgumentException absent(String slug) {
        return new IllegalArgumentException("there is no article '" + slug + "'; './sallyport kb list' names them all");
    }
}
