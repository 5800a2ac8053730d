package io.sallyport.gate.authorization;

/** A plan cannot be decided on: what it rests on is not there, or is not as the plan says. */
final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isForPerson;

    private Unfit(String why, boolean isForPerson) {
        super(why);
        this.isForPerson = isForPerson;
    }

    /** Something is missing: a person can find out. */
    static Unfit missing(String what) {
        return new Unfit(what, true);
    }

    /** The plan says something else than the records: nobody's yes makes it right. */
    static Unfit contradicted(String what) {
        return new Unfit(what, false);
    }

    boolean isForPerson() {
        return isForPerson;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
