package io.sallyport.model.language;

import java.time.Duration;

/** Is told of every single HTTP call to a model, failed ones included: the last usage of a loop is not its sum. */
public interface Meter {

    void count(Call call);

    /**
     * @param model as in the settings
     * @param outcome {@code written} or a fault's label
     * @param promptHash names the instructions, see {@link Request#promptHash()}
     */
    record Call(
            Role role,
            Purpose purpose,
            String model,
            Usage usage,
            Budget.Cost cost,
            Duration took,
            String outcome,
            String promptHash) {

        public static final String WRITTEN = "written";
    }
}
