package io.sallyport.console;

import io.sallyport.audit.AuditTrail;
import io.sallyport.audit.Checkpoint;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Whether the record is as it was written. Proving reads every entry, so it is done when asked. */
@Controller
@ConditionalOnWebApplication
final class AuditPages {

    private final AuditTrail trail;
    private final InstantSource clock;

    AuditPages(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/console/audit")
    String show(Model model) {
        fill(model, trail.lastCheckpoint());
        return "console/audit";
    }

    @PostMapping("/console/audit/verify")
    String verify(Model model) {
        AuditTrail.Finding finding = trail.verify();
        model.addAttribute("finding", finding);
        model.addAttribute("verified", Moment.of(clock.instant(), clock.instant()));
        fill(model, finding.lastCheckpoint());
        return "console/audit";
    }

    private static void fill(Model model, Checkpoint last) {
        model.addAttribute("last", last);
        model.addAttribute("isFirst", last.equals(Checkpoint.NONE));
    }
}
