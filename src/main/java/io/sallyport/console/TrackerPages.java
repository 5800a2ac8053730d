package io.sallyport.console;

import io.sallyport.casefile.IssueNews.State;
import io.sallyport.connector.builtin.BuiltInTools;
import io.sallyport.connector.builtin.Issue;
import io.sallyport.connector.builtin.TeamNotice;
import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The built-in issue tracker, team chat and page log. */
@Controller
@ConditionalOnWebApplication
final class TrackerPages {

    private static final int MOST = 100;

    private final BuiltInTools tools;
    private final InstantSource clock;

    TrackerPages(BuiltInTools tools, InstantSource clock) {
        this.tools = tools;
        this.clock = clock;
    }

    public record IssueLine(Issue.Line issue, Moment changed) {}

    public record EntryLine(Issue.Entry entry, Moment at) {}

    public record CaseLine(Issue.LinkedCase linked, Moment at) {}

    public record NoticeLine(TeamNotice said, Moment at) {}

    @GetMapping("/console/issues")
    String list(@RequestParam(defaultValue = "false") boolean all, Model model) {
        model.addAttribute("all", all);
        model.addAttribute(
                "issues",
                tools.issues().list(!all, MOST).stream()
                        .map(line -> new IssueLine(line, Moment.of(line.changedAt(), clock.instant())))
                        .toList());
        return "console/issues";
    }

    @GetMapping("/console/issues/{id}")
    String show(@PathVariable String id, Model model) {
        Issue issue = tools.issues().find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var now = clock.instant();
        model.addAttribute("issue", issue);
        model.addAttribute(
                "linked",
                issue.cases().stream()
                        .map(one -> new CaseLine(one, Moment.of(one.at(), now)))
                        .toList());
        model.addAttribute(
                "entries",
                issue.entries().stream()
                        .map(entry -> new EntryLine(entry, Moment.of(entry.at(), now)))
                        .toList());
        return "console/issue";
    }

    /** @param to what it becomes; empty for a comment */
    @PostMapping("/console/issues/{id}")
    String say(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean isPublic,
            @RequestParam(defaultValue = "") String to,
            Principal person,
            RedirectAttributes next) {
        try {
            if (to.isEmpty()) {
                tools.issues().comment(id, person.getName(), text, isPublic);
                next.addFlashAttribute("notice", new Notice("good", "Noted."));
            } else {
                State state = State.valueOf(to);
                tools.issues().move(id, state, text, person.getName());
                next.addFlashAttribute("notice", new Notice("good", "Its cases hear of it."));
            }
        } catch (IllegalArgumentException wrong) {
            next.addFlashAttribute("notice", new Notice("bad", String.valueOf(wrong.getMessage())));
        }
        return "redirect:/console/issues/{id}";
    }

    @GetMapping("/console/chat")
    String chat(Model model) {
        model.addAttribute("posts", lines(tools.posts(MOST)));
        model.addAttribute("pages", lines(tools.pages(MOST)));
        return "console/chat";
    }

    private List<NoticeLine> lines(List<TeamNotice> said) {
        return said.stream()
                .map(one -> new NoticeLine(one, Moment.of(one.at(), clock.instant())))
                .toList();
    }
}
