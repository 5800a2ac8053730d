package io.sallyport.connector.sandbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A customer's mailbox, as the customer would open it: the only page that shows codes. */
@Controller
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "sallyport.sandbox.enabled", matchIfMissing = true)
final class MailboxPage {

    private static final int MOST = 50;

    private final Sandbox sandbox;

    MailboxPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @GetMapping("/sandbox/mail")
    String show(@RequestParam(name = "address", defaultValue = "") String typed, Model model) {
        String address = typed.replace("\0", "");
        model.addAttribute("address", address);
        model.addAttribute("mails", sandbox.mails(address, MOST));
        return "sandbox/mail";
    }
}
