package io.sallyport.console;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The form at the console's door. */
@Controller
@ConditionalOnWebApplication
final class LoginPage {

    @GetMapping(ToLogin.FORM)
    String show() {
        return "console/login";
    }

    /** In the place of a case's news. */
    @GetMapping(path = ToLogin.FORM, headers = "HX-Request")
    String showInAPart() {
        return "fragments/news :: signed-out";
    }
}
