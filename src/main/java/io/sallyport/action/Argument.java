package io.sallyport.action;

import java.util.List;
import java.util.Optional;

/**
 * One argument of an action and where it comes from.
 *
 * @param origins the first that fits the record that the plan is about
 * @param isRequired by the schema in every case; one that is not may be left out
 * @param askedAs what a customer is asked for, in their words; its name where there are none
 */
public record Argument(String name, List<Origin> origins, boolean isRequired, Optional<String> askedAs) {

    public Argument {
        origins = List.copyOf(origins);
    }

    /** Where a value stands. There is no origin in a message. */
    public sealed interface Origin {

        /** The kind of record that must be at hand. */
        String kind();

        /** A field of the record that the plan is about, or of the account. */
        record Field(String kind, String field) implements Origin {}

        /**
         * A field of one entry of a list in that record: of the item that the message names, or of the only one.
         *
         * @param isChosen the customer has to say which, even of one
         * @param otherThan an entry with the value of this field of the plan's record is not meant
         */
        record Part(String kind, String list, String field, boolean isChosen, Optional<String> otherThan)
                implements Origin {}

        /**
         * One of a few words that the catalogue lists, lowest first.
         *
         * @param than {@code kind.field} that it is compared with by its place in the list
         * @param isAbove whether it has to be higher
         */
        record Choice(String kind, List<String> words, Optional<String> than, boolean isAbove) implements Origin {
            public Choice {
                words = List.copyOf(words);
            }
        }
    }
}
