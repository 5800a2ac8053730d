package io.sallyport.console;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.insight.Finding;
import io.sallyport.insight.QaFindings;
import io.sallyport.insight.QaFindings.Query;
import io.sallyport.insight.Score;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the QA Reviewer found of sent replies: each lane's sums, then the replies, by lane and score. */
@Controller
@ConditionalOnWebApplication
final class QualityPages {

    static final int PAGE = 25;

    /** Nodes' clocks may be ahead of this one's. */
    private static final int AHEAD_SECONDS = 86_400;

    private final QaFindings quality;
    private final InstantSource clock;

    QualityPages(QaFindings quality, InstantSource clock) {
        this.quality = quality;
        this.clock = clock;
    }

    /** A reply that was sampled. */
    public record Line(CaseId caseId, String lane, Moment sent, QualityView view) {}

    /** @param score empty: any; else the most that the lowest of the four scores may be */
    @GetMapping("/console/quality")
    String list(
            @RequestParam(name = "lane", defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String score,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var lane = Arrays.stream(Lane.values())
                .filter(each -> each.label().equals(wanted))
                .findFirst();
        var scores = IntStream.range(1, Score.BEST).mapToObj(Integer::toString).toList();
        String chosen = scores.contains(score) ? score : "";
        int shown = Math.clamp(page, 1, Integer.MAX_VALUE / PAGE);
        // One more than is shown tells whether there is another page.
        var query = new Query(
                lane, !all, chosen.isEmpty() ? Score.BEST : Integer.parseInt(chosen), (shown - 1) * PAGE, PAGE + 1);
        var found = quality.list(query);
        Instant now = clock.instant();
        model.addAttribute("sums", quality.sums(Instant.EPOCH, now.plusSeconds(AHEAD_SECONDS)));
        model.addAttribute("findings", lines(found, now));
        model.addAttribute("hasMore", found.size() > PAGE);
        model.addAttribute("page", shown);
        model.addAttribute("lanes", Lane.values());
        model.addAttribute("lane", lane.map(Lane::label).orElse(""));
        model.addAttribute("scores", scores);
        model.addAttribute("score", chosen);
        model.addAttribute("all", all);
        return "console/quality";
    }

    private static List<Line> lines(List<Finding> found, Instant now) {
        return found.stream()
                .limit(PAGE)
                .flatMap(finding -> QualityView.find(finding)
                        .map(view -> new Line(
                                finding.caseId(), finding.lane().label(), Moment.of(finding.sentAt(), now), view))
                        .stream())
                .toList();
    }
}
