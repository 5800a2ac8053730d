package io.sallyport.connector;

import java.net.URI;

/** Lets customers prove who they are with the company's identity provider. Only reads. May be shared between threads. */
public interface StepUp {

    /**
     * Where to send the customer's browser.
     *
     * @param attempt its secrets
     * @param back where the provider sends the browser afterwards
     * @throws Unavailable when the provider does not answer, or not as it should
     */
    URI begin(Attempt attempt, URI back);

    /**
     * What the provider says of whoever came back.
     *
     * @param code as the browser brought it; anything may stand there
     * @throws Unavailable when the provider does not answer, or not as it should
     */
    Outcome finish(Attempt attempt, String code, URI back);

    /**
     * One attempt to sign in; nobody else ever has these.
     *
     * @param state comes back with the browser
     * @param nonce comes back in the token
     * @param verifier of RFC 7636, shown to the provider when the code is redeemed
     */
    record Attempt(String state, String nonce, String verifier) {
        @Override
        public String toString() {
            return "Attempt[]";
        }
    }

    sealed interface Outcome {
        /** @param address that the provider has verified */
        record SignedIn(String address) implements Outcome {}

        /** @param why names nothing that is a secret */
        record Refused(String why) implements Outcome {}
    }

    /** Nobody can tell who they are. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unavailable(String fault) {
            super("the identity provider does not answer as it should: " + fault);
        }

        public Unavailable(String fault, Throwable cause) {
            super("the identity provider does not answer as it should: " + fault, cause);
        }
    }
}
