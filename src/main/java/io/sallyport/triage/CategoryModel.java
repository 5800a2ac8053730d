package io.sallyport.triage;

import io.sallyport.casefile.Category;
import java.util.Optional;

/** Tells what a message is about, learned from labelled examples. May be shared between threads. */
public interface CategoryModel {

    Guess guess(String text);

    /**
     * @param secondary a second need, where one stands out
     * @param confidence calibrated share of such guesses that are right, 0 to 1
     * @param familiarity 0 or above for a message like the examples, well below for one unlike all of them
     * @param topic slug of the article that answers messages like this; empty when unsure
     */
    record Guess(
            Category category,
            Optional<Category> secondary,
            double confidence,
            double familiarity,
            Optional<String> topic) {}
}
