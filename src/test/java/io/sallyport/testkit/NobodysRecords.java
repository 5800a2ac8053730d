package io.sallyport.testkit;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import java.util.List;
import java.util.Optional;

/** Business systems without a single record. */
public final class NobodysRecords implements BusinessRecords {

    @Override
    public Optional<BusinessRecord> find(String kind, String id) {
        return Optional.empty();
    }

    @Override
    public List<BusinessRecord> of(String kind, String customer) {
        return List.of();
    }

    @Override
    public Optional<BusinessRecord> findAccount(String address) {
        return Optional.empty();
    }
}
