package io.sallyport.model.language;

import io.sallyport.casefile.Lane;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What language models may cost at most: {@code sallyport.models.budget}. A day begins at midnight UTC.
 *
 * @param callTokens how many tokens one call may have, in and out
 * @param ofCase for one case, however long it lives
 * @param lane for one lane and day; a lane that is not named has no ceiling of its own
 * @param day for everything on one day
 */
public record Ceilings(
        @DefaultValue("200000") long callTokens,
        @Name("case") @DefaultValue("1.00") Money ofCase,
        @DefaultValue Map<Lane, Money> lane,
        @DefaultValue("100.00") Money day) {

    public Ceilings {
        lane = Map.copyOf(lane);
        if (callTokens < 1) {
            throw new IllegalArgumentException(
                    "sallyport.models.budget.call-tokens must be positive, such as 200000, not " + callTokens);
        }
    }
}
