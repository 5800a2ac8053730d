package io.sallyport.console;

import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.ArticleStore.Reviewing;
import io.sallyport.knowledge.KnowledgeBase;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Articles, how fresh their reviews are, and a person's word that one is right. */
@Controller
@ConditionalOnWebApplication
final class ArticlePages {

    private final KnowledgeBase knowledge;
    private final InstantSource clock;

    ArticlePages(KnowledgeBase knowledge, InstantSource clock) {
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /** @param notCitable why it cannot be quoted to customers, empty when it can */
    public record Line(Article article, Optional<Moment> reviewed, String notCitable) {
        boolean isCitable() {
            return notCitable.isEmpty();
        }
    }

    @GetMapping("/console/knowledge")
    String list(Model model) {
        List<Line> lines = knowledge.list().stream()
                .map(this::line)
                .sorted(Comparator.comparing(Line::isCitable)
                        .thenComparing(line -> line.article().slug()))
                .toList();
        model.addAttribute("articles", lines);
        model.addAttribute("citable", lines.stream().filter(Line::isCitable).count());
        return "console/knowledge";
    }

    @GetMapping("/console/knowledge/article")
    String show(@RequestParam String slug, Model model) {
        Article article = knowledge.find(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("line", line(article));
        model.addAttribute("revision", knowledge.findRevision(article.ref()).orElseThrow());
        return "console/article";
    }

    /** @param revision the one that the person read; a newer one asks for another reading */
    @PostMapping("/console/knowledge/review")
    String review(@RequestParam String slug, @RequestParam int revision, Principal person, RedirectAttributes next) {
        Notice notice = switch (knowledge.review(slug, revision, person.getName(), clock.instant())) {
            case Reviewing.Taken _ -> new Notice("good", "Reviewed by " + person.getName() + ".");
            case Reviewing.NotCurrent _ -> new Notice("warn", "The article was changed meanwhile; read it again.");
            case Reviewing.NoSuchArticle _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
        next.addAttribute("slug", slug);
        next.addFlashAttribute("notice", notice);
        return "redirect:/console/knowledge/article";
    }

    private Line line(Article article) {
        Instant now = clock.instant();
        return new Line(
                article,
                article.review().map(review -> Moment.of(review.at(), now)),
                knowledge.whyNotCitable(article).orElse(""));
    }
}
