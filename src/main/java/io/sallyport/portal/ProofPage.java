package io.sallyport.portal;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.connector.StepUp;
import io.sallyport.gate.identity.StepUpProof;
import io.sallyport.platform.web.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where a customer proves with the company's sign-in what a code would prove. Nothing begins without a click that says what for:
 * a customer who is lured here with somebody else's case must see that they are.
 */
@Controller
@ConditionalOnWebApplication
final class ProofPage {

    static final String COOKIE = "sallyport-proof";

    private static final Logger LOG = LoggerFactory.getLogger(ProofPage.class);
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final int TRIES = 5;

    private final CaseStore cases;
    private final ObjectProvider<StepUp> stepUp;
    private final ObjectProvider<StepUpProof> proofs;
    private final StepUps begun;
    private final WriteLimit limit;
    private final PublicAddress address;
    private final PortalSettings settings;

    ProofPage(
            CaseStore cases,
            ObjectProvider<StepUp> stepUp,
            ObjectProvider<StepUpProof> proofs,
            StepUps begun,
            WriteLimit limit,
            PublicAddress address,
            PortalSettings settings) {
        this.cases = cases;
        this.stepUp = stepUp;
        this.proofs = proofs;
        this.begun = begun;
        this.limit = limit;
        this.address = address;
        this.settings = settings;
    }

    @GetMapping("/proof/{link}")
    String show(@PathVariable String link, Model model) {
        provider();
        CaseRecord record = load(link);
        return page(model, record, challenged(record).isPresent() ? "ask" : "nothing");
    }

    @PostMapping("/proof/{link}")
    String begin(@PathVariable String link, HttpServletRequest request, HttpServletResponse response, Model model) {
        StepUp provider = provider();
        CaseRecord record = load(link);
        Optional<ActionWork.Challenged> challenged = challenged(record);
        if (challenged.isEmpty()) {
            return page(model, record, "nothing");
        }
        // Each is a call to the company's sign-in, which has limits of its own.
        if (!limit.isAllowed(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return page(model, record, "failed");
        }
        StepUps.Begun attempt = begun.begin(record.id(), challenged.get().code().challenge());
        try {
            model.addAttribute(
                    "provider", provider.begin(attempt.attempt(), back(request)).toString());
        } catch (StepUp.Unavailable down) {
            LOG.warn("no step-up case={} fault={}", record.id(), down.getMessage());
            return page(model, record, "failed");
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(attempt.browser(), request.isSecure()));
        return page(model, record, "go");
    }

    private static String cookie(String browser, boolean isSecure) {
        return ResponseCookie.from(COOKIE, browser)
                .httpOnly(true)
                .secure(isSecure)
                .sameSite("Lax")
                .path("/proof/")
                .maxAge(StepUps.LIFE)
                .build()
                .toString();
    }

    /** The browser comes back from the provider; whatever is in the address may be anybody's words. */
    @GetMapping("/proof/return")
    String back(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @CookieValue(name = COOKIE, defaultValue = "") String browser,
            HttpServletRequest request,
            Model model) {
        StepUp provider = provider();
        boolean isPlausible =
                SECRET.matcher(state).matches() && SECRET.matcher(browser).matches();
        StepUps.Begun attempt = (isPlausible ? begun.take(state, browser) : Optional.<StepUps.Begun>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        CaseRecord record = cases.load(attempt.caseId());
        return page(model, record, isProven(provider, attempt, code, request) ? "done" : "failed");
    }

    private boolean isProven(StepUp provider, StepUps.Begun attempt, String code, HttpServletRequest request) {
        if (code.isEmpty()) {
            return false;
        }
        try {
            return switch (provider.finish(attempt.attempt(), code, back(request))) {
                case StepUp.Outcome.SignedIn(String signedIn) -> isRecorded(attempt, signedIn);
                case StepUp.Outcome.Refused(String why) -> {
                    LOG.warn("a step-up proved nothing case={} fault={}", attempt.caseId(), why);
                    yield false;
                }
            };
        } catch (StepUp.Unavailable down) {
            LOG.warn("a step-up proved nothing case={} fault={}", attempt.caseId(), down.getMessage());
            return false;
        }
    }

    private boolean isRecorded(StepUps.Begun attempt, String signedIn) {
        for (int i = 0; i < TRIES; i++) {
            CaseRecord record = cases.load(attempt.caseId());
            Optional<Fact.CodeTried> proven = proofs.getObject().prove(record, attempt.challenge(), signedIn);
            if (proven.isEmpty()) {
                LOG.warn("a step-up proved nothing case={} fault=another address, or no longer asked", record.id());
                return false;
            }
            try {
                cases.append(record, List.of(new Entry(Actor.gate("identity"), proven.get())));
                return true;
            } catch (CaseStore.CaseMoved _) {
                // The case went on meanwhile: whether it still waits for this is asked again.
            }
        }
        return false;
    }

    private static Optional<ActionWork.Challenged> challenged(CaseRecord record) {
        return record.action() instanceof ActionWork.Challenged challenged && !record.isTakenOver()
                ? Optional.of(challenged)
                : Optional.empty();
    }

    private URI back(HttpServletRequest request) {
        return URI.create(address.of(request, "/proof/return"));
    }

    private StepUp provider() {
        return Optional.ofNullable(stepUp.getIfAvailable())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private CaseRecord load(String link) {
        return Optional.of(link)
                .filter(key -> SECRET.matcher(key).matches())
                .flatMap(cases::findByLink)
                .flatMap(cases::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Model model, CaseRecord record, String stage) {
        model.addAttribute("company", settings.company());
        model.addAttribute("stage", stage);
        model.addAttribute("link", record.ticket().link());
        model.addAttribute("subject", record.ticket().subject());
        model.addAttribute(
                "wish",
                record.action()
                        .findPlan()
                        .map(plan -> plan.action().replace('-', ' '))
                        .orElse(""));
        return "portal/proof";
    }
}
