package io.sallyport.casefile;

/**
 * Who caused an event.
 *
 * @param kind what sort of actor
 * @param name the agent's or gate's name, a person's login, or a customer's address
 */
public record Actor(Kind kind, String name) {

    public enum Kind {
        CUSTOMER,
        AGENT,
        GATE,
        PERSON,
        DESK
    }

    /** The desk's own machinery: the worker and the effects ledger. */
    public static final Actor DESK = new Actor(Kind.DESK, "desk");

    public static Actor agent(String name) {
        return new Actor(Kind.AGENT, name);
    }

    public static Actor gate(String name) {
        return new Actor(Kind.GATE, name);
    }

    public static Actor person(String name) {
        return new Actor(Kind.PERSON, name);
    }

    public static Actor customer(String address) {
        return new Actor(Kind.CUSTOMER, address);
    }
}
