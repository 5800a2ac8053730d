package io.sallyport.platform.postgres;

import org.jspecify.annotations.Nullable;

/** The database cannot be had; the message is one sentence for the person who started us, with what to do about it. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
