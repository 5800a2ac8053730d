package io.sallyport.action;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The e-mail addresses of an account, compared exactly but for the case of the letters A to Z: the lower case of the Kelvin sign
 * is an ordinary k.
 */
final class Addresses {

    private Addresses() {}

    static Set<String> of(BusinessRecord account) {
        var all = new HashSet<String>();
        account.text("email").ifPresent(address -> all.add(lower(address)));
        for (Map<String, FieldValue> contact : Fields.entries(account, "contacts")) {
            Fields.text(contact, "email").ifPresent(address -> all.add(lower(address)));
        }
        return all;
    }

    static String lower(String address) {
        var lower = new StringBuilder(address.length());
        address.chars().map(c -> c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c).forEach(c -> lower.append((char) c));
        return lower.toString();
    }
}
