package io.sallyport.action;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** All that a model may say of a message: three names out of lists that it was given. */
record Choice(
        @JsonPropertyDescription("the one change that is asked for, as listed, or none")
        String action,

        @JsonPropertyDescription("the record that is meant, as listed, or empty")
        String record,

        @JsonPropertyDescription("the code that fits what they say, as listed")
        String reason) {

    static final String NONE = "none";
}
