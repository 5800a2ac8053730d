package io.sallyport.console;

import io.sallyport.escalation.ClusterDecisions;
import io.sallyport.escalation.ClusterDecisions.Outcome;
import io.sallyport.escalation.Clusters;
import io.sallyport.escalation.Clusters.Members;
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

/** Cases of several customers with one cause, answered and closed together. */
@Controller
@ConditionalOnWebApplication
final class ClusterPages {

    private final Clusters clusters;
    private final ClusterDecisions decisions;
    private final InstantSource clock;

    ClusterPages(Clusters clusters, ClusterDecisions decisions, InstantSource clock) {
        this.clusters = clusters;
        this.decisions = decisions;
        this.clock = clock;
    }

    @GetMapping("/console/clusters/{id}")
    String show(@PathVariable String id, Model model) {
        fill(id, List.of(), model);
        return "console/cluster";
    }

    @PostMapping("/console/clusters/{id}/tell")
    String tell(@PathVariable String id, @RequestParam String words, Principal person, Model model) {
        return done(id, decisions.tell(id, words, person.getName()), model);
    }

    @PostMapping("/console/clusters/{id}/resolve")
    String resolve(@PathVariable String id, @RequestParam String words, Principal person, Model model) {
        return done(id, decisions.resolve(id, words, person.getName()), model);
    }

    private String done(String id, List<Outcome> outcomes, Model model) {
        fill(id, outcomes.stream().filter(each -> each.whyNot().isPresent()).toList(), model);
        long done = outcomes.stream().filter(each -> each.whyNot().isEmpty()).count();
        String tone = done == outcomes.size() ? "good" : "warn";
        model.addAttribute("notice", new Notice(tone, "Done for " + done + " of " + outcomes.size() + " open cases."));
        return "console/cluster";
    }

    private void fill(String id, List<Outcome> notDone, Model model) {
        Members members = clusters.members(id);
        if (members.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var now = clock.instant();
        model.addAttribute("id", id);
        model.addAttribute(
                "heads",
                members.read().stream().map(record -> CaseHead.of(record, now)).toList());
        model.addAttribute("unread", members.unread());
        model.addAttribute("notDone", notDone);
    }
}
