package io.sallyport.console;

import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.gate.LaneModes;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every lane with its switch, and the one that shuts them all. */
@Controller
@ConditionalOnWebApplication
final class LanePages {

    private static final Logger LOG = LoggerFactory.getLogger(LanePages.class);

    private final LaneModes lanes;

    LanePages(LaneModes lanes) {
        this.lanes = lanes;
    }

    /**
     * @param carries what leaves by this lane
     * @param says what the mode means for this lane, in one sentence
     */
    public record LaneLine(Lane lane, String carries, LaneMode mode, String says) {}

    @GetMapping("/console/lanes")
    String show(Model model) {
        var all = lanes.all();
        List<LaneLine> lines = Arrays.stream(Lane.values())
                .map(lane -> new LaneLine(
                        lane,
                        carries(lane),
                        all.getOrDefault(lane, LaneMode.OFF),
                        says(all.getOrDefault(lane, LaneMode.OFF))))
                .toList();
        model.addAttribute("lanes", lines);
        model.addAttribute("modes", LaneMode.values());
        return "console/lanes";
    }

    private static String carries(Lane lane) {
        return switch (lane) {
            case ANSWER -> "Replies to customers";
            case ACTION -> "Changes to accounts, such as refunds";
            case ESCALATION -> "Issues, chat posts and word to customers while people work on a case";
            case KNOWLEDGE -> "Drafts of articles";
        };
    }

    private static String says(LaneMode mode) {
        return switch (mode) {
            case OFF -> "People do it; nothing leaves by this lane.";
            case SHADOW -> "Done and recorded, nothing visible outside.";
            case DRAFT -> "Prepared; a person approves.";
            case AUTO -> "Leaves by itself once every gate has passed it.";
        };
    }

    @PostMapping("/console/lanes/{lane}")
    String set(@PathVariable Lane lane, @RequestParam LaneMode mode, Principal person, RedirectAttributes next) {
        change(lane, mode, person);
        next.addFlashAttribute(
                "notice", new Notice("good", "The " + lane.label() + " lane is now " + mode.label() + "."));
        return "redirect:/console/lanes";
    }

    @PostMapping("/console/lanes/kill")
    String kill(Principal person, RedirectAttributes next) {
        for (Lane lane : Lane.values()) {
            change(lane, LaneMode.OFF, person);
        }
        next.addFlashAttribute("notice", new Notice("good", "Every lane is off. Nothing leaves any node."));
        return "redirect:/console/lanes";
    }

    private void change(Lane lane, LaneMode mode, Principal person) {
        lanes.set(lane, mode, person.getName());
        LOG.info("a lane was switched lane={} mode={} by={}", lane.label(), mode.label(), person.getName());
    }
}
