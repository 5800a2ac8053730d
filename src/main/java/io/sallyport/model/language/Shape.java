package io.sallyport.model.language;

import java.util.Optional;

/** What an answer has to look like, and how it is read. Safe to share between threads; made once and kept. */
public sealed interface Shape<A> permits Words, Form {

    /** Plain words, for people to read. */
    static Shape<String> words() {
        return new Words();
    }

    /** JSON with exactly the components of a record; what each may hold is said by {@link RecordSchema}. */
    static <A extends Record> Shape<A> of(Class<A> form) {
        return new Form<>(form);
    }

    /** The JSON schema to send along. */
    Optional<RecordSchema> findSchema();

    /** Reads what the model wrote to its end; strict, so that nothing it wrote is passed over. */
    Answer<A> read(String text, Usage usage);
}
