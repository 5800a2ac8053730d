package io.sallyport.action;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The e-mail addresses of an account. */
final class Addresses {

    private Addresses() {}

    static Set<String> of(BusinessRecord account) {
        var all = new HashSet<String>();
        account.text("email").ifPresent(address -> all.add(address.toLowerCase(Locale.ROOT)));
        for (Map<String, FieldValue> contact : Fields.entries(account, "contacts")) {
            Fields.text(contact, "email").ifPresent(address -> all.add(address.toLowerCase(Locale.ROOT)));
        }
        return all;
    }
}
