package io.sallyport.console;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The people's pages.
 *
 * @param longestSession after which somebody logs in again, however busy they are: pages that ask for themselves
 *     never rest
 */
@ConfigurationProperties(prefix = "sallyport.console", ignoreUnknownFields = false)
record ConsoleSettings(@DefaultValue("12h") Duration longestSession) {

    ConsoleSettings {
        if (longestSession.toHours() < 1 || !longestSession.equals(Duration.ofHours(longestSession.toHours()))) {
            throw new IllegalArgumentException(
                    "sallyport.console.longest-session has to be whole hours, at least one, such as 12h, not "
                            + longestSession);
        }
    }
}
