package io.sallyport.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A company's own entry in the catalogue of actions, whose connector and policy a test brings or leaves out. */
public final class OwnAction {

    private static final String SWAP = """
            name: warranty-swap
            title: Swap a defective item
            does: swap a defective item
            about: [order]
            arguments:
              type: object
              properties:
                order: {type: string}
              additionalProperties: false
            from: {order: order.id}
            reads: [account.status, account.email, account.email_verified, account.roles, order.status,
              order.placed, order.total_minor, order.refunded_minor, order.currency, order.has_digital]
            carried-out-by: warehouse/swop
            undone: never
            looked-up: warehouse/status
            assurance: matched
            risk: high
            reasons: [not-said]
            receipt: ["We have ordered a replacement."]
            """;

    private OwnAction() {}

    public static void writeTo(Path file) throws IOException {
        Files.writeString(file, SWAP);
    }
}
