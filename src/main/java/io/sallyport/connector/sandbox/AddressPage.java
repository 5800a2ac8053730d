package io.sallyport.connector.sandbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the links of an e-mail change lead. Opening one changes nothing: mail servers open links, too. */
@Controller
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "sallyport.sandbox.enabled", matchIfMissing = true)
final class AddressPage {

    private final Sandbox sandbox;

    AddressPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @GetMapping(LinkRows.PATH + "{token}")
    String show(@PathVariable String token, Model model) {
        return page(model, token, sandbox.emailChanges().step(token), "");
    }

    @PostMapping(LinkRows.PATH + "{token}")
    String goOn(@PathVariable String token, @RequestParam(defaultValue = "") String address, Model model) {
        try {
            return page(
                    model,
                    token,
                    EmailChanges.Step.NOTHING,
                    sandbox.emailChanges().goOn(token, address));
        } catch (Refusal refused) {
            return page(model, token, sandbox.emailChanges().step(token), refused.why());
        }
    }

    private static String page(Model model, String token, EmailChanges.Step step, String said) {
        model.addAttribute("link", LinkRows.PATH + token);
        model.addAttribute("step", step.name());
        model.addAttribute("said", said);
        return "sandbox/address";
    }
}
