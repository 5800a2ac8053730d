package io.sallyport.connector.sandbox;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import io.sallyport.casefile.FieldValue.Flag;
import io.sallyport.casefile.FieldValue.Group;
import io.sallyport.casefile.FieldValue.Many;
import io.sallyport.casefile.FieldValue.Text;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second step of an e-mail change, which is the customer's own: by the links that went to the addresses. The address on file
 * changes once the new one is confirmed, and the old one is told.
 */
final class EmailChanges {

    private static final String SINCE = "email_change_since";
    private static final String PENDING = "pending_email";
    private static final Pattern ADDRESS =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}");

    private final RecordRows rows;
    private final MailRows mails;
    private final LinkRows links;
    private final EffectRows effects;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    EmailChanges(DataSource dataSource, InstantSource clock) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        this.rows = new RecordRows(jdbc);
        this.mails = new MailRows(jdbc);
        this.links = new LinkRows(jdbc);
        this.effects = new EffectRows(jdbc);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.clock = clock;
    }

    /** What whoever opens a link is asked for. */
    enum Step {
        /** The new address. */
        ENTER,
        /** That the address is theirs. */
        CONFIRM,
        /** Used, expired, or the change was taken back. */
        NOTHING
    }

    Step step(String token) {
        return find(token)
                .filter(this::isUnderWay)
                .map(link -> link.confirms().isPresent() ? Step.CONFIRM : Step.ENTER)
                .orElse(Step.NOTHING);
    }

    /**
     * Goes on by one step.
     *
     * @param address the new one, where it is asked for
     * @return a sentence for whoever opened the link
     * @throws Refusal when the records do not allow it; the link may be used again
     */
    String goOn(String token, String address) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> {
                LinkRows.Link link = find(token)
                        .filter(links::use)
                        .filter(this::isUnderWay)
                        .orElseThrow(
                                () -> new Refusal("This link was used, has expired, or the change was taken back."));
                BusinessRecord account =
                        rows.findToChange("account", link.account()).orElseThrow();
                return link.confirms()
                        .map(confirmed -> change(link, account, confirmed))
                        .orElseGet(() -> enter(link, account, address));
            }));
        } catch (DuplicateKeyException _) {
            throw new Refusal("That address belongs to an account.");
        }
    }

    private Optional<LinkRows.Link> find(String token) {
        return LinkRows.TOKEN.matcher(token).matches() ? links.findOpen(token, clock.instant()) : Optional.empty();
    }

    /** Undoing takes the marks of the change away, and a later change makes others. */
    private boolean isUnderWay(LinkRows.Link link) {
        return rows.find("account", link.account())
                .filter(account ->
                        account.text("status").filter("active"::equals).isPresent())
                .filter(account -> account.find(SINCE).isPresent())
                .filter(account -> link.confirms().isEmpty()
                        ? account.find(PENDING).isEmpty()
                        : account.text(PENDING).equals(link.confirms()))
                .isPresent();
    }

    private String enter(LinkRows.Link link, BusinessRecord account, String written) {
        String address = Lower.of(written.strip());
        if (!ADDRESS.matcher(address).matches() || address.length() > 254) {
            throw new Refusal("That is not an address that an account can have.");
        }
        if (rows.findAccount(address).isPresent()) {
            throw new Refusal("That address belongs to an account.");
        }
        Instant expires = clock.instant().plus(AccountActions.CONFIRM_LINK);
        rows.patch("account", account.id(), Map.of(PENDING, new Text(address)), List.of());
        LinkRows.Link next = links.make(link.effectId(), account.id(), Optional.of(address), expires);
        mails.insert(
                link.effectId() + "/new",
                address,
                AccountActions.CHANGING,
                AccountActions.confirming(next),
                clock.instant(),
                Optional.of(expires));
        return "We have sent a link to " + address + ". The address of your account changes once it is opened there.";
    }

    private String change(LinkRows.Link link, BusinessRecord account, String confirmed) {
        if (rows.findAccount(confirmed).isPresent()) {
            throw new Refusal("That address belongs to an account.");
        }
        Instant now = clock.instant();
        String old = account.text("email").orElseThrow();
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        fields.put("email", new Text(confirmed));
        fields.put("email_verified", new Flag(true));
        fields.put("contact_changed_at", new Text(now.toString()));
        account.find("contacts").ifPresent(contacts -> fields.put("contacts", moved(contacts, old, confirmed)));
        rows.patch("account", account.id(), fields, List.of(SINCE, PENDING));
        mails.insert(
                link.effectId() + "/done",
                old,
                "The e-mail address of your account has changed",
                "The address is now " + AccountActions.masked(confirmed)
                        + ". If you did not ask for this, write to us at once.",
                now,
                Optional.empty());
        effects.log(account.id(), "", link.effectId(), "e-mail address changed, confirmed from the new one", now);
        return "The address of your account has changed.";
    }

    /** Whoever had the old address goes by the new one, with the role of the old one. */
    private static FieldValue moved(FieldValue contacts, String old, String confirmed) {
        if (!(contacts instanceof Many(var entries))) {
            return contacts;
        }
        boolean isOldKnown = entries.stream().anyMatch(entry -> is(entry, old));
        List<FieldValue> moved = new ArrayList<>();
        for (FieldValue entry : entries) {
            if (entry instanceof Group(var fields) && is(entry, old)) {
                Map<String, FieldValue> renamed = new LinkedHashMap<>(fields);
                renamed.put("email", new Text(confirmed));
                moved.add(new Group(renamed));
            } else if (!isOldKnown || !is(entry, confirmed)) {
                moved.add(entry);
            }
        }
        return new Many(moved);
    }

    private static boolean is(FieldValue entry, String address) {
        return entry instanceof Group(var fields)
                && fields.get("email") instanceof Text(String own)
                && Lower.of(own).equals(Lower.of(address));
    }
}
