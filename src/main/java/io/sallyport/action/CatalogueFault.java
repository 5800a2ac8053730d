package io.sallyport.action;

/** A file of the action catalogue that cannot be used; start-up stops at it. */
public final class CatalogueFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    CatalogueFault(String file, int line, String what, String remedy) {
        super("the action catalogue, " + file + " line " + line + ": it " + what + "; " + remedy);
    }
}
