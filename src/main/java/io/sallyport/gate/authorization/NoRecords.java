package io.sallyport.gate.authorization;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import java.util.List;
import java.util.Optional;

/** Where no business system is connected, nothing can be known of any record. */
final class NoRecords implements BusinessRecords {

    @Override
    public Optional<BusinessRecord> find(String kind, String id) {
        throw none();
    }

    @Override
    public List<BusinessRecord> of(String kind, String customer) {
        throw none();
    }

    @Override
    public Optional<BusinessRecord> findAccount(String address) {
        throw none();
    }

    private static Unreachable none() {
        return new Unreachable("the company's business system", "none is connected");
    }
}
