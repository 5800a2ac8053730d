package io.sallyport.gate.identity;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.gate.identity.Account.Unclear;
import java.util.Optional;

/** Reads accounts, and asks twice: by id and by the address that was found. */
final class Accounts {

    private final BusinessRecords records;

    Accounts(BusinessRecords records) {
        this.records = records;
    }

    /**
     * The account that has this address on file; empty when none has.
     *
     * @throws Unclear when what is known of it contradicts itself
     * @throws BusinessRecords.Unreachable when the CRM does not answer
     */
    Optional<Account> find(String address) {
        return Address.isAddress(address)
                ? records.findAccount(Address.lower(address)).map(found -> read(found.id()))
                : Optional.empty();
    }

    /**
     * @throws Unclear when there is no such account, or what is known of it contradicts itself
     * @throws BusinessRecords.Unreachable when the CRM does not answer
     */
    Account read(String customer) {
        BusinessRecord found = records.find("account", customer)
                .filter(record -> record.id().equals(customer) && record.kind().equals("account"))
                .orElseThrow(() -> new Unclear("there is no such account"));
        Account account = Account.of(found);
        boolean isOnlyOne = records.findAccount(account.address())
                .filter(record -> record.id().equals(customer))
                .isPresent();
        if (!isOnlyOne) {
            throw new Unclear("the CRM names another account for the address on file");
        }
        return account;
    }
}
