package io.sallyport.console;

import io.sallyport.casefile.CaseId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The form at the console's door, and what is said to whoever was signed in before. */
@Controller
@ConditionalOnWebApplication
final class LoginPage {

    /** Where {@link ToLogin} forwards what a form sent. */
    static final String UNSENT = "/console/login/unsent";

    /** The parameter that says that a session has lasted as long as it may. */
    static final String TOO_LONG = "long";

    /** The fields in which the forms of all pages send what somebody wrote. */
    private static final List<String> TYPED = List.of("words", "text");

    private final ConsoleSettings settings;

    LoginPage(ConsoleSettings settings) {
        this.settings = settings;
    }

    @GetMapping(ToLogin.FORM)
    String show(Model model) {
        model.addAttribute("hours", settings.longestSession().toHours());
        return "console/login";
    }

    /**
     * In the place of a case's news.
     *
     * @param of the case's id
     */
    @GetMapping(path = ToLogin.FORM, headers = "HX-Request")
    String showInAPart(@RequestParam(defaultValue = "") String of, Model model) {
        model.addAttribute("hours", settings.longestSession().toHours());
        model.addAttribute("page", CaseId.isCaseId(of) ? "/console/cases/" + of : ToLogin.FORM);
        return "fragments/news :: signed-out";
    }

    /** In the place of what a form would have done: the words that it brought, to be copied. */
    @PostMapping(UNSENT)
    String showUnsent(
            @RequestAttribute(RequestDispatcher.FORWARD_SERVLET_PATH) String sentTo,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("hours", settings.longestSession().toHours());
        model.addAttribute("tooLong", StillSignedIn.wasTooLong(request));
        model.addAttribute("page", pageOf(sentTo));
        model.addAttribute(
                "typed",
                TYPED.stream()
                        .map(name -> fields.getOrDefault(name, ""))
                        .filter(text -> !text.isBlank())
                        .toList());
        return "console/unsent";
    }

    /** A form sends to an address below its page's, that of an issue to the page's own. */
    private static String pageOf(String sentTo) {
        return sentTo.startsWith("/console/issues/") ? sentTo : sentTo.substring(0, sentTo.lastIndexOf('/'));
    }
}
