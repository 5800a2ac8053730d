package io.sallyport.intake;

/** What a door can say of the sender besides the message itself. */
public sealed interface Vouching {

    Vouching NONE = new Nobody();

    record Nobody() implements Vouching {}

    /** It was written on the customer's own page, whose address only they know. */
    record CustomerPage() implements Vouching {}

    /** A help desk says that the customer was signed in with it. */
    record SignedIn() implements Vouching {}

    /** @param hex HMAC-SHA-256 of the sender's address, lower case, under the company's secret, by the company's own page */
    record Signed(String hex) implements Vouching {}
}
