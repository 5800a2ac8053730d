package io.sallyport.casefile;

/** How a write outside went. */
public sealed interface Delivery {

    /** @param remoteId the other side's id of what was written */
    record Accepted(String remoteId) implements Delivery {}

    /** The other side said no; nothing was written. */
    record Refused(String why) implements Delivery {}

    /** It may or may not have happened: looked up or handed to a person, never repeated in hope. */
    record Unknown(String why) implements Delivery {}
}
