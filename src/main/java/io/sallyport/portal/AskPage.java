package io.sallyport.portal;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Ticket;
import io.sallyport.intake.Incoming;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.intake.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a customer files a ticket. */
@Controller
@ConditionalOnWebApplication
final class AskPage {

    static final String SOURCE = "inbox";

    private static final int ID_LENGTH = 32;

    private static final Logger LOG = LoggerFactory.getLogger(AskPage.class);

    private final IntakeWatcher intake;
    private final CaseStore cases;
    private final WriteLimit limit;
    private final PortalSettings settings;
    private final InstantSource clock;

    AskPage(IntakeWatcher intake, CaseStore cases, WriteLimit limit, PortalSettings settings, InstantSource clock) {
        this.intake = intake;
        this.cases = cases;
        this.limit = limit;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/ask";
    }

    @GetMapping("/ask")
    String form(Model model) {
        return show(Question.blank(UUID.randomUUID().toString()), Map.of(), model);
    }

    @PostMapping("/ask")
    String file(
            @ModelAttribute Question question, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (question.isFromScript()) {
            LOG.info("a form filled in by a script was dropped");
            return "redirect:/ask";
        }
        Map<String, String> mistakes = question.mistakes();
        if (!mistakes.isEmpty()) {
            response.setStatus(422);
            return show(question, mistakes, model);
        }
        if (!limit.isAllowed(request.getRemoteAddr())) {
            response.setStatus(429);
            return show(
                    question,
                    Map.of("form", "That was a lot at once. Please wait a few minutes, then send again."),
                    model);
        }
        return switch (receive(question)) {
            case Receipt.Opened opened -> "redirect:/t/" + opened.link();
            case Receipt.Joined joined -> added(joined.caseId(), question, model);
            case Receipt.AlreadyKnown known -> added(known.caseId(), question, model);
            case Receipt.Refused refused -> {
                response.setStatus(422);
                yield show(question, Map.of("form", "We could not take this: " + refused.why() + "."), model);
            }
        };
    }

    private Receipt receive(Question question) {
        Receipt first = intake.receive(incoming(question, idOf(question)));
        return first instanceof Receipt.AlreadyKnown(CaseId known, boolean asBefore) && !asBefore
                ? intake.receive(changed(question, cases.load(known).ticket()))
                : first;
    }

    /** Under another address it is another customer's; otherwise it goes on the page that this form led to. */
    private Incoming changed(Question question, Ticket known) {
        String id = ChangedForm.id(question.form(), question.from(), question.subject(), question.text());
        Incoming message = incoming(question, id);
        return isOpenedBy(question, known) && known.customer().equals(message.from())
                ? message.onPage(known.link())
                : message;
    }

    private Incoming incoming(Question question, String id) {
        return new Incoming(
                SOURCE,
                id,
                Channel.WEB,
                question.from(),
                question.subject(),
                Incoming.Body.plain(question.text()),
                clock.instant(),
                question.sender(),
                List.of(),
                Optional.empty());
    }

    /**
     * The page of a case shows its whole thread, and anybody can type an address and a ticket id into this form: only
     * the form that opened the case leads to its page.
     */
    private String added(CaseId caseId, Question question, Model model) {
        Ticket ticket = cases.load(caseId).ticket();
        if (isOpenedBy(question, ticket)) {
            return "redirect:/t/" + ticket.link();
        }
        model.addAttribute("company", settings.company());
        return "portal/added";
    }

    private static boolean isOpenedBy(Question question, Ticket ticket) {
        return ticket.source().equals(SOURCE) && ticket.externalId().equals(idOf(question));
    }

    /** What the form was served with leads to the customer's page, so nobody who reads the case may learn it. */
    private static String idOf(Question question) {
        return ChainHash.of("form", question.form()).substring(0, ID_LENGTH);
    }

    private String show(Question question, Map<String, String> mistakes, Model model) {
        model.addAttribute("company", settings.company());
        model.addAttribute("question", question);
        model.addAttribute("mistakes", mistakes);
        return "portal/ask";
    }
}
