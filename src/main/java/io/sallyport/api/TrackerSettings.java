package io.sallyport.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a tracker's own calls are told from anybody's.
 *
 * @param webhookSecret signs them; empty: none is taken
 */
@ConfigurationProperties("sallyport.tracker")
record TrackerSettings(@DefaultValue("") String webhookSecret) {
    @Override
    public String toString() {
        return "TrackerSettings[]";
    }
}
