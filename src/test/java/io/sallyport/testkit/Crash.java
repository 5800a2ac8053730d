package io.sallyport.testkit;

/** The process dies here: not an exception that anyone may handle. */
public final class Crash extends Error {

    private static final long serialVersionUID = 1;

    public Crash(String where) {
        super("crashed " + where);
    }
}
