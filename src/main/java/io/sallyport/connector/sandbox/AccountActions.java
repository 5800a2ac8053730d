package io.sallyport.connector.sandbox;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** What is done to an account itself, and what is sent to its address on file. */
final class AccountActions {

    private static final Duration RESET_LINK = Duration.ofMinutes(30);
    private static final Duration EXPORT_LINK = Duration.ofDays(7);
    static final Duration CONFIRM_LINK = Duration.ofDays(1);
    private static final Duration GRACE = Duration.ofDays(14);
    static final String CHANGING = "Change of your e-mail address";
    private static final String SITE = "https://app.harbourlight.example/";
    private static final SecureRandom RANDOM = new SecureRandom();

    private AccountActions() {}

    static void resetCredential(Change change) {
        BusinessRecord account = active(change);
        change.mail(
                address(account),
                "Reset your password",
                "Choose a new password within 30 minutes: " + link("reset"),
                Optional.of(change.now().plus(RESET_LINK)));
        change.confirm("sent_to", masked(address(account)));
        change.confirm("valid_until", change.now().plus(RESET_LINK).toString());
    }

    /**
     * Only begins it: the address changes when the new one is confirmed by a link that goes there. Where the new one is not known
     * yet, it is entered by a link that goes to the address on file.
     */
    static void changeEmail(Change change) {
        BusinessRecord account = active(change);
        if (account.text("email_change_since")
                .map(Instant::parse)
                .filter(since -> change.now().isBefore(since.plus(CONFIRM_LINK)))
                .isPresent()) {
            throw new Refusal("a change of the address has begun already");
        }
        Optional<String> wanted = change.wanted().find("new_email").map(Lower::of);
        if (wanted.filter(change::isAddressTaken).isPresent()) {
            throw new Refusal("that address belongs to an account");
        }
        Map<String, FieldValue> begun = new HashMap<>();
        begun.put("email_change_since", new FieldValue.Text(change.now().toString()));
        wanted.ifPresent(address -> begun.put("pending_email", new FieldValue.Text(address)));
        change.set(account, begun);
        // What an earlier change left behind, had it named another address, must not be confirmed by this one.
        if (wanted.isEmpty()) {
            change.remove(account, "pending_email");
        }
        Instant expires = change.now().plus(CONFIRM_LINK);
        LinkRows.Link link = change.link(account.id(), wanted, expires);
        wanted.ifPresent(address -> change.mail(address, CHANGING, confirming(link), Optional.of(expires)));
        change.mail(
                address(account),
                CHANGING,
                wanted.isPresent()
                        ? "Your account is to go by " + masked(wanted.get())
                                + ". If you did not ask for this, write to us at once."
                        : "Enter the new address of your account: " + LinkRows.PATH + link.token(),
                Optional.of(expires));
        change.confirm("link_to", wanted.isPresent() ? "new address" : "address on file");
        change.mayBeUndoneFor(CONFIRM_LINK);
    }

    static String confirming(LinkRows.Link link) {
        return "Confirm that this address is yours: " + LinkRows.PATH + link.token();
    }

    static void resendInvoice(Change change) {
        BusinessRecord invoice = change.own("invoice", change.wanted().slot("invoice"));
        String address = address(change.account());
        change.mail(
                address,
                "Your invoice " + invoice.id(),
                "The invoice " + invoice.id() + " is attached again.",
                Optional.empty());
        change.confirm("invoice", invoice.id());
        change.confirm("sent_to", masked(address));
    }

    static void exportData(Change change) {
        BusinessRecord account = active(change);
        change.mail(
                address(account),
                "Your data export",
                "Download all readings within 7 days: " + link("export"),
                Optional.of(change.now().plus(EXPORT_LINK)));
        change.confirm("sent_to", masked(address(account)));
        change.confirm("valid_until", change.now().plus(EXPORT_LINK).toString());
    }

    static void eraseData(Change change) {
        BusinessRecord account = active(change);
        if (account.find("erasure_at").isPresent()) {
            throw new Refusal("the account is to be erased already");
        }
        String at = change.now().plus(GRACE).toString();
        change.set(account, Map.of("erasure_at", new FieldValue.Text(at)));
        change.confirm("erasure_at", at);
        change.mayBeUndoneFor(GRACE);
    }

    private static BusinessRecord active(Change change) {
        BusinessRecord account = change.account();
        if (!account.text("status").orElse("").equals("active")) {
            throw new Refusal("the account is not active");
        }
        return account;
    }

    private static String address(BusinessRecord account) {
        return account.text("email").orElseThrow(() -> new Refusal("the account has no address on file"));
    }

    private static String link(String what) {
        byte[] token = new byte[16];
        RANDOM.nextBytes(token);
        return SITE + what + "/" + HexFormat.of().formatHex(token);
    }

    /** Enough to know one's own address by. */
    static String masked(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, Math.min(1, Math.max(0, at))) + "…" + address.substring(Math.max(0, at));
    }
}
