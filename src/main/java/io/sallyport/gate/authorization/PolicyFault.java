package io.sallyport.gate.authorization;

/** The policies cannot be used as they stand. Its message says in which file and line, what is wrong and what to do. */
public final class PolicyFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    PolicyFault(String message) {
        super(message);
    }

    PolicyFault(String message, Throwable cause) {
        super(message, cause);
    }
}
