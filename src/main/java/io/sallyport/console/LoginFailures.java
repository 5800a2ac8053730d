package io.sallyport.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the form, with a word on why and none on what was wrong. */
final class LoginFailures implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LoginFailures.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("a console login failed why={} address={}", failure.getMessage(), request.getRemoteAddr());
        String why = failure instanceof LockedException ? "locked" : "wrong";
        response.sendRedirect(request.getContextPath() + "/console/login?" + why);
    }
}
