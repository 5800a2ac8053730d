package io.sallyport.connector.sandbox;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the sandbox's records as they are now. */
final class SandboxRecords implements BusinessRecords {

    private static final String SYSTEM = "the sandbox";
    private static final int PATIENCE_SECONDS = 5;

    private final RecordRows rows;
    private final Faults faults;

    SandboxRecords(DataSource dataSource, Faults faults) {
        var template = new JdbcTemplate(dataSource);
        template.setQueryTimeout(PATIENCE_SECONDS);
        this.rows = new RecordRows(JdbcClient.create(template));
        this.faults = faults;
    }

    @Override
    public Optional<BusinessRecord> find(String kind, String id) {
        return read(() -> rows.find(kind, id));
    }

    @Override
    public List<BusinessRecord> of(String kind, String customer) {
        return read(() -> rows.of(kind, customer));
    }

    @Override
    public Optional<BusinessRecord> findAccount(String address) {
        return read(() -> rows.findAccount(address));
    }

    /** Reading has no half: every fault is a fault. */
    private <T> T read(Supplier<T> work) {
        try {
            Optional<Fault> fault = faults.take(Faults.READ);
            if (fault.isPresent()) {
                boolean isSilent = fault.get() == Fault.HANG || fault.get() == Fault.TIME_OUT;
                throw isSilent ? faults.silence() : Faults.broken(fault.get());
            }
            return work.get();
        } catch (DataAccessException | Vendor.NoAnswer broken) {
            throw new Unreachable(SYSTEM, broken.getClass().getSimpleName(), broken);
        }
    }
}
