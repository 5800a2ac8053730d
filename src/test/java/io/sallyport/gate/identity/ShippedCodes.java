package io.sallyport.gate.identity;

import io.sallyport.casefile.BusinessRecords;
import io.sallyport.gate.OneTimeCodes;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One-time codes as in service, for tests of other rooms. */
public final class ShippedCodes {

    private ShippedCodes() {}

    public static OneTimeCodes on(
            DataSource database, IdentityVerifier verifier, BusinessRecords records, InstantSource clock) {
        return new PostgresOneTimeCodes(
                new CodeRows(JdbcClient.create(database), clock),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                verifier,
                records,
                new CodeKey("a key for tests, the same on every node"),
                5,
                clock);
    }
}
