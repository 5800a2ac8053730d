package io.sallyport.connector.sandbox;

import io.sallyport.connector.LookUp;

/** The way to the sandbox, in this process or over HTTP. May be shared between threads. */
interface Vendor {

    /** @throws NoAnswer when it cannot be told whether it happened */
    Answer change(String effectId, Wanted wanted);

    /** @throws NoAnswer when it cannot be told whether it happened */
    Answer undo(String effectId, String undone, String caseId);

    /** @throws NoAnswer when it does not answer */
    LookUp lookUp(String effectId);

    final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoAnswer(String why) {
            super(why);
        }

        NoAnswer(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
