package io.sallyport.action;

/** A file of the action catalogue that cannot be used; start-up stops at it. */
public final class CatalogueFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    CatalogueFault(String file, int line, String what, String remedy) {
        this(file, line, what + "; " + remedy);
    }

    CatalogueFault(String file, int line, String whatAndRemedy) {
        super("the action catalogue, " + file + " line " + line + ": it " + whatAndRemedy);
    }
}
