package io.sallyport.gate.authorization;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.FieldValue;
import io.sallyport.casefile.FieldValue.Many;
import io.sallyport.casefile.FieldValue.Text;
import java.util.List;
import java.util.Locale;

/** Which roles the person who writes has in an account. */
final class Writer {

    private Writer() {}

    /**
     * Whoever writes from another contact's address has that contact's role and no other; else they are the one whose address is
     * on file. That they are is the identity gate's to say.
     */
    static FieldValue roles(CaseRecord record, BusinessRecord account) {
        String sender = record.latestFromCustomer().from().strip().toLowerCase(Locale.ROOT);
        List<FieldValue> asContact = SlotCheck.entries(account, "contacts")
                .filter(contact -> contact.fields().get("email") instanceof Text(String address)
                        && address.toLowerCase(Locale.ROOT).equals(sender))
                .flatMap(contact -> contact.fields().get("role") instanceof Text role
                        ? List.<FieldValue>of(role).stream()
                        : List.<FieldValue>of().stream())
                .toList();
        return asContact.isEmpty()
                ? account.find("roles")
                        .orElseThrow(() -> Unfit.missing(account.name() + " does not say who its owner is"))
                : new Many(asContact);
    }
}
