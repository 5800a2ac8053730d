package io.sallyport.console;

import io.sallyport.action.Catalogue;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Query;
import io.sallyport.casefile.CaseStore.Summary;
import io.sallyport.casefile.Standing;
import io.sallyport.escalation.PacketSections;
import io.sallyport.insight.Patterns;
import io.sallyport.insight.QaFindings;
import io.sallyport.knowledge.KnowledgeBase;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What waits for people, all cases, and each case by itself. */
@Controller
@ConditionalOnWebApplication
final class CasePages {

    private static final int LONGEST_LIST = 200;
    private static final int SOLVED_SHOWN = 3;

    /** By priority, and among equals what people were reminded of most, then whoever has waited longest. */
    private static final Comparator<Line> MOST_PRESSING = Comparator.comparing(
                    (Line line) -> line.summary().priority())
            .thenComparing(Comparator.comparingInt((Line line) -> line.summary().reminders())
                    .reversed())
            .thenComparing(line -> line.summary().updatedAt());

    private final CaseStore cases;
    private final KnowledgeBase knowledge;
    private final QaFindings quality;
    private final Patterns patterns;
    private final Catalogue catalogue;
    private final InstantSource clock;

    CasePages(
            CaseStore cases,
            KnowledgeBase knowledge,
            QaFindings quality,
            Patterns patterns,
            Catalogue catalogue,
            InstantSource clock) {
        this.cases = cases;
        this.knowledge = knowledge;
        this.quality = quality;
        this.patterns = patterns;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A line of a list. */
    public record Line(Summary summary, Moment updated, boolean isOverdue) {

        public String standing() {
            return summary.isAwaitingDecision() ? "to decide" : summary.standing();
        }

        /** Empty unless its time has passed. */
        public String overdue() {
            int reminders = summary.reminders();
            String times = reminders == 1 ? ", 1 reminder" : ", " + reminders + " reminders";
            return isOverdue ? "overdue" + (reminders == 0 ? "" : times) : "";
        }

        /** The colour of the standing's tag, as the style sheet names it. */
        public String tone() {
            return switch (standing()) {
                case "to decide" -> "accent";
                case "with people" -> "warn";
                case "answered", "resolved" -> "good";
                default -> "";
            };
        }
    }

    @GetMapping("/console")
    String queue(Model model) {
        fillQueue(model);
        return "console/queue";
    }

    /** Nothing while the page shows all there is. */
    @GetMapping("/console/waiting")
    Object queueAlone(@RequestParam(defaultValue = "") String seen, Model model) {
        return fillQueue(model).equals(seen) ? ResponseEntity.noContent().build() : "console/queue :: lists";
    }

    private String fillQueue(Model model) {
        Map<String, List<Line>> queues = lines(new Query("with people", "", false, LONGEST_LIST)).stream()
                .sorted(MOST_PRESSING)
                .collect(Collectors.groupingBy(line -> line.summary().queue(), TreeMap::new, Collectors.toList()));
        List<Line> waiting = lines(new Query("", "", true, LONGEST_LIST));
        model.addAttribute("waiting", waiting.stream().sorted(MOST_PRESSING).toList());
        model.addAttribute("queues", queues);
        Instant now = clock.instant();
        String seen = ListSeen.of(Stream.concat(
                        waiting.stream(), queues.values().stream().flatMap(List::stream))
                .map(line -> List.of(
                        line.summary(),
                        line.isOverdue(),
                        ListSeen.words(line.summary().updatedAt(), now))));
        model.addAttribute("seen", seen);
        return seen;
    }

    @GetMapping("/console/cases")
    String list(
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String customer,
            Model model) {
        String known = Standing.LABELS.contains(standing) ? standing : "";
        model.addAttribute("standings", Standing.LABELS);
        model.addAttribute("standing", known);
        model.addAttribute("customer", customer.strip());
        model.addAttribute(
                "cases", lines(new Query(known, customer.strip().toLowerCase(Locale.ROOT), false, LONGEST_LIST)));
        return "console/cases";
    }

    @GetMapping("/console/cases/{id}")
    String show(@PathVariable String id, Principal person, Model model) {
        fill(model, load(id), person.getName());
        return "console/case";
    }

    /** Nothing while the case is as the page shows it; then a notice, as somebody may be typing in one of its forms. */
    @GetMapping("/console/cases/{id}/news")
    Object news(@PathVariable String id, @RequestParam long version, Model model) {
        CaseRecord record = load(id);
        if (record.version() == version) {
            return ResponseEntity.noContent().build();
        }
        model.addAttribute("head", CaseHead.of(record, clock.instant()));
        return "fragments/news :: news";
    }

    void fill(Model model, CaseRecord record, String person) {
        Instant now = clock.instant();
        var sources = SourceNote.reader(knowledge, now);
        model.addAttribute(
                "solved",
                record.standing() instanceof Standing.WithPeople ? patterns.like(record, SOLVED_SHOWN) : List.of());
        model.addAttribute(
                "packet", record.handOver().packet().map(PacketSections::of).orElse(List.of()));
        model.addAttribute("reviews", QualityView.of(quality.ofCase(record.id())));
        model.addAttribute("view", CaseView.of(record, cases.events(record.id()), person, sources, catalogue, now));
    }

    CaseRecord load(String id) {
        return Optional.of(id)
                .filter(CaseId::isCaseId)
                .flatMap(known -> cases.find(new CaseId(known)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Line> lines(Query query) {
        Instant now = clock.instant();
        return cases.list(query).stream()
                .map(summary -> new Line(summary, Moment.of(summary.updatedAt(), now), summary.isOverdue(now)))
                .toList();
    }
}
