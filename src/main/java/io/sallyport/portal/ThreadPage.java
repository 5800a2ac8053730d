package io.sallyport.portal;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Channel;
import io.sallyport.intake.Incoming;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.intake.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A customer's thread, for whoever holds its link. A wrong link is told nothing, not even that it is wrong in form. */
@Controller
@ConditionalOnWebApplication
final class ThreadPage {

    private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private final IntakeWatcher intake;
    private final CaseStore cases;
    private final WriteLimit limit;
    private final PortalSettings settings;
    private final InstantSource clock;

    ThreadPage(IntakeWatcher intake, CaseStore cases, WriteLimit limit, PortalSettings settings, InstantSource clock) {
        this.intake = intake;
        this.cases = cases;
        this.limit = limit;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/t/{link}")
    String show(@PathVariable String link, Model model) {
        return page(load(link), UUID.randomUUID().toString(), "", Map.of(), model);
    }

    /** Nothing while the visitor has seen all there is. */
    @GetMapping("/t/{link}/thread")
    Object news(@PathVariable String link, @RequestParam String seen, Model model) {
        ThreadView view = ThreadView.of(load(link));
        if (view.seen().equals(seen)) {
            return ResponseEntity.noContent().build();
        }
        model.addAttribute("view", view);
        model.addAttribute("company", settings.company());
        return "fragments/thread :: thread";
    }

    /** @param form the id that the form was served with: sending it twice adds one message */
    @PostMapping("/t/{link}")
    String write(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CaseRecord record = load(link);
        String words = text.replace("\0", "").strip();
        Map<String, String> mistakes = new LinkedHashMap<>();
        Question.mistakeInText(words, mistakes);
        if (mistakes.isEmpty() && !limit.isAllowed(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            mistakes.put("text", "That was a lot at once. Please wait a few minutes, then send again.");
        } else if (mistakes.isEmpty()) {
            refusal(record, form, words).ifPresent(why -> mistakes.put("text", "We could not take this: " + why + "."));
        }
        if (mistakes.isEmpty()) {
            return "redirect:/t/" + link + "#latest";
        }
        if (response.getStatus() == HttpStatus.OK.value()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(record, form, words, mistakes, model);
    }

    private Optional<String> refusal(CaseRecord record, String form, String words) {
        String id = FORM.matcher(form).matches() ? form : UUID.randomUUID().toString();
        Receipt first = receive(record, id, words);
        boolean isOther = first instanceof Receipt.AlreadyKnown(CaseId _, boolean asBefore) && !asBefore;
        return switch (isOther ? receive(record, ChangedForm.id(id, words), words) : first) {
            case Receipt.Refused(String why) -> Optional.of(why);
            case Receipt.Opened _, Receipt.Joined _, Receipt.AlreadyKnown _ -> Optional.empty();
        };
    }

    private Receipt receive(CaseRecord record, String id, String words) {
        return intake.receive(
                Incoming.words(AskPage.SOURCE, id, Channel.WEB, record.ticket().customer(), "", words, clock.instant())
                        .onPage(record.ticket().link()));
    }

    private CaseRecord load(String link) {
        return Optional.of(link)
                .filter(key -> LINK.matcher(key).matches())
                .flatMap(cases::findByLink)
                .flatMap(cases::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(CaseRecord record, String form, String words, Map<String, String> mistakes, Model model) {
        model.addAttribute("company", settings.company());
        model.addAttribute("view", ThreadView.of(record));
        model.addAttribute("form", form);
        model.addAttribute("words", words);
        model.addAttribute("mistakes", mistakes);
        return "portal/thread";
    }
}
