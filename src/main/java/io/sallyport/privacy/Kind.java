package io.sallyport.privacy;

/** What a stretch of text says about a person. Where two overlap, the earlier kind is more certain and goes first. */
public enum Kind {
    SECRET("SECRET"),
    EMAIL("EMAIL"),
    IBAN("IBAN"),
    CARD("CARD"),
    IP("IP"),
    ID("ID"),
    BIRTH_DATE("BIRTH-DATE"),
    PHONE("PHONE"),
    ADDRESS("ADDRESS"),
    NAME("NAME"),
    /** A long number of unknown meaning: an account, a card with a slip in it, a customer number of somebody else's. */
    NUMBER("NUMBER");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** As it stands in a placeholder. */
    public String label() {
        return label;
    }
}
