package io.sallyport.connector.sandbox;

/** The sandbox says no; what was begun is rolled back. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
