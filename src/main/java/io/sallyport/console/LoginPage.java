package io.sallyport.console;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The form at the console's door. */
@Controller
@ConditionalOnWebApplication
final class LoginPage {

    @GetMapping("/console/login")
    String show() {
        return "console/login";
    }
}
