package io.sallyport.model.language;

import java.util.Optional;

/** Plain words. */
record Words() implements Shape<String> {

    @Override
    public Optional<RecordSchema> findSchema() {
        return Optional.empty();
    }

    @Override
    public Answer<String> read(String text, Usage usage) {
        return text.isBlank()
                ? new Answer.Failed<>(Answer.Fault.UNREADABLE, "the answer is empty", usage)
                : new Answer.Said<>(text, usage);
    }
}
