package io.sallyport.console;

import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Priority;
import io.sallyport.escalation.Correction;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Decisions.Choice;
import io.sallyport.escalation.LookingUp;
import io.sallyport.escalation.Seen;
import io.sallyport.escalation.Undoing;
import io.sallyport.gate.authorization.DeskRoles;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides on a case's page. Each form says which version of the case it was shown with. */
@Controller
@ConditionalOnWebApplication
final class DecisionForms {

    private static final String OVERTAKEN =
            "The case has moved on since you opened it, so your decision was not taken. This is how it stands now.";

    private final Decisions decisions;
    private final CasePages pages;
    private final Undoing undoing;
    private final LookingUp lookingUp;
    private final DeskRoles roles;
    private final InstantSource clock;

    DecisionForms(
            Decisions decisions,
            CasePages pages,
            Undoing undoing,
            LookingUp lookingUp,
            DeskRoles roles,
            InstantSource clock) {
        this.decisions = decisions;
        this.pages = pages;
        this.undoing = undoing;
        this.lookingUp = lookingUp;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * Takes a decision, or shows the case as it stands now and why the decision was not taken.
     *
     * @param fields {@code content}: the hash of the draft on the page, for an approval, or whom or which case it is about;
     *     {@code words}: what the person typed, a reply's new text or a reason, shown again when it was not taken
     */
    @PostMapping("/console/cases/{id}/{choice}")
    String decide(
            @PathVariable String id,
            @PathVariable Choice choice,
            @RequestParam long version,
            @RequestParam Map<String, String> fields,
            Principal person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var seen = new Seen(pages.load(id).id(), version);
        Optional<String> doubt =
                choice == Choice.ASSIGN ? decisions.findDoubt(typed(fields, "content")) : Optional.empty();
        Decision decision = decide(choice, seen, fields, person.getName());
        Optional<String> why = whyNot(decision);
        if (why.isEmpty()) {
            Notice done = doubt.map(words -> new Notice("warn", done(choice) + " " + words))
                    .orElseGet(() -> new Notice("good", done(choice)));
            next.addFlashAttribute("notice", done);
            return "redirect:/console/cases/" + seen.caseId();
        }
        pages.fill(model, decision.record(), person.getName());
        model.addAttribute("notice", new Notice("warn", why.get()));
        model.addAttribute("unsaved", choice.name());
        model.addAttribute("words", typed(fields, "words"));
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return "console/case";
    }

    /** Takes an action back, or shows the case as it stands now and why it was not. */
    @PostMapping("/console/cases/{id}/undo")
    String undo(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam String effect,
            Principal person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var seen = new Seen(pages.load(id).id(), version);
        Decision decision = undoing.undo(seen, effect, person.getName());
        return shown(decision, "Taken back.", person, model, next, response);
    }

    /** Has an account change looked up, or shows the case as it stands now and why nobody can tell yet. */
    @PostMapping("/console/cases/{id}/look-up")
    String lookUp(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam String effect,
            Principal person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var seen = new Seen(pages.load(id).id(), version);
        Decision decision = lookingUp.lookUp(seen, effect, person.getName());
        boolean isDone =
                decision.record().findEffect(effect).filter(Effect::isAccepted).isPresent();
        String found = isDone ? "It was carried out." : "It never arrived at the other side: nothing was changed.";
        return shown(decision, found, person, model, next, response);
    }

    private String shown(
            Decision decision,
            String done,
            Principal person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Optional<String> why = whyNot(decision);
        if (why.isEmpty()) {
            next.addFlashAttribute("notice", new Notice("good", done));
            return "redirect:/console/cases/" + decision.record().id();
        }
        pages.fill(model, decision.record(), person.getName());
        model.addAttribute("notice", new Notice("warn", why.get()));
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return "console/case";
    }

    private static Optional<String> whyNot(Decision decision) {
        return switch (decision) {
            case Decision.Taken _ -> Optional.empty();
            case Decision.Refused refused -> Optional.of(refused.why());
            case Decision.Overtaken _ -> Optional.of(OVERTAKEN);
        };
    }

    private Decision decide(Choice choice, Seen seen, Map<String, String> fields, String person) {
        String content = typed(fields, "content");
        String words = typed(fields, "words");
        return switch (choice) {
            case APPROVE -> decisions.approve(seen, content, person);
            case EDIT -> decisions.edit(seen, words, person);
            case REJECT -> decisions.reject(seen, words, person);
            case APPROVE_PLAN ->
                decisions.approvePlan(seen, new Approval(content, person, roles.of(person), clock.instant()));
            case REJECT_PLAN -> decisions.rejectPlan(seen, words, person);
            case CLAIM -> decisions.claim(seen, person);
            case RELEASE -> decisions.release(seen, person);
            case RESOLVE -> decisions.resolve(seen, words, person);
            case REPLY -> decisions.reply(seen, words, person);
            case GIVE_BACK -> decisions.giveBack(seen, words, person);
            case NOTE -> decisions.note(seen, words, person);
            case ASSIGN -> decisions.assign(seen, content, words, person);
            case MERGE -> merge(seen, content, words, person);
            case RECLASSIFY -> decisions.reclassify(seen, correction(fields, words), person);
            case LEAVE_CLUSTER -> decisions.leaveCluster(seen, words, person);
            case TELL -> decisions.tell(seen, content, false, person);
            case TELL_AND_CLAIM -> decisions.tell(seen, content, true, person);
        };
    }

    private static String typed(Map<String, String> fields, String name) {
        return FormText.of(fields.getOrDefault(name, ""));
    }

    private Decision merge(Seen seen, String into, String words, String person) {
        String id = into.strip().toUpperCase(Locale.ROOT);
        return CaseId.isCaseId(id)
                ? decisions.merge(seen, new CaseId(id), words, person)
                : new Decision.Refused(
                        "'" + id + "' is no case's id.",
                        pages.load(seen.caseId().value()));
    }

    /** What is none of the page's choices is left as it is. */
    private static Correction correction(Map<String, String> fields, String why) {
        return new Correction(
                Stream.of(Category.values())
                        .filter(category -> category.label().equals(fields.get("category")))
                        .findFirst(),
                Stream.of(Priority.values())
                        .filter(priority -> priority.name().equals(fields.get("priority")))
                        .findFirst(),
                Optional.of(fields.getOrDefault("queue", "")).filter(QueuePage.QUEUES::contains),
                why);
    }

    private static String done(Choice choice) {
        return switch (choice) {
            case APPROVE -> "Approved.";
            case EDIT -> "Saved; the gates are reading it.";
            case REJECT -> "Rejected; the case is yours.";
            case APPROVE_PLAN -> "Approved; the gates judge the plan again.";
            case REJECT_PLAN -> "Rejected; the case is yours.";
            case CLAIM -> "Claimed; nothing automatic leaves now.";
            case RELEASE -> "Released to its queue.";
            case RESOLVE -> "Resolved.";
            case REPLY -> "Written; it leaves once the gates have passed it, and the case is yours.";
            case GIVE_BACK -> "The machine has it again.";
            case NOTE -> "Noted.";
            case ASSIGN -> "Handed over.";
            case MERGE -> "Merged.";
            case RECLASSIFY -> "Corrected.";
            case LEAVE_CLUSTER -> "Taken out; it goes by its own.";
            case TELL -> "The customer is told.";
            case TELL_AND_CLAIM -> "The customer is told, and the case is yours.";
        };
    }
}
