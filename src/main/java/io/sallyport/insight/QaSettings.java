package io.sallyport.insight;

import io.sallyport.casefile.Lane;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code sallyport.qa.*}
 *
 * @param rate by lane, the share of its sent replies that are reviewed after the first ones, 0 to 1; a lane that is not named
 *     has a tenth
 */
@ConfigurationProperties(prefix = "sallyport.qa", ignoreUnknownFields = false)
record QaSettings(@DefaultValue Map<Lane, Double> rate) {

    private static final double USUAL = 0.1;

    QaSettings {
        rate = Map.copyOf(rate);
        rate.forEach((lane, share) -> {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("sallyport.qa.rate." + lane.label()
                        + " must be a share from 0 to 1, such as 0.1 for one reply in ten, not " + share);
            }
        });
    }

    double rate(Lane lane) {
        return rate.getOrDefault(lane, USUAL);
    }
}
