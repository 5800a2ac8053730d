package io.sallyport.action;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose account a case is about: the one whose address on file its channel says it comes from, and no other. */
sealed interface Sender {

    record Known(BusinessRecord account) implements Sender {}

    record Unclear(String why) implements Sender {}

    /** No letter of another alphabet, which might look like one of these. */
    Pattern ADDRESS = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

    static Sender find(CaseRecord record, BusinessRecords records) {
        String address = Addresses.lower(record.ticket().customer());
        List<String> writers = record.messages().stream()
                .filter(Message::isFromCustomer)
                .map(message -> Addresses.lower(message.from()))
                .distinct()
                .toList();
        if (!ADDRESS.matcher(address).matches()) {
            return new Unclear("the sender's address is not one that an account can have");
        }
        if (!writers.equals(List.of(address))) {
            return new Unclear("not every message of the case comes from the address that opened it");
        }
        Optional<BusinessRecord> account = records.findAccount(address);
        return account.filter(found -> found.text("email")
                        .filter(onFile -> Addresses.lower(onFile).equals(address))
                        .isPresent())
                .<Sender>map(Known::new)
                .orElseGet(() -> new Unclear("no account has the sender's address on file"));
    }
}
