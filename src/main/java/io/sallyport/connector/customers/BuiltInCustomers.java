package io.sallyport.connector.customers;

import io.sallyport.casefile.Customer;
import io.sallyport.connector.CustomerDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers as rows of the table {@code customer}. */
public final class BuiltInCustomers implements CustomerDirectory {

    private final JdbcClient jdbc;

    public BuiltInCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Customer> find(String address) {
        return jdbc.sql("""
                        SELECT address, name, tier, is_vip, is_at_risk, annual_revenue_minor, currency, zone
                        FROM customer WHERE address = ?
                        """)
                .param(address.strip().toLowerCase(Locale.ROOT))
                .query((row, _) -> new Customer(
                        row.getString("address"),
                        row.getString("name"),
                        row.getString("tier"),
                        row.getBoolean("is_vip"),
                        row.getBoolean("is_at_risk"),
                        row.getLong("annual_revenue_minor"),
                        row.getString("currency"),
                        row.getString("zone")))
                .optional();
    }

    /**
     * Takes in every customer of a file that can be read; one that is known already is replaced.
     *
     * @return what the file held, with the rows that could not be read
     */
    public CustomerFile load(Path file) throws IOException {
        CustomerFile read = CustomerFile.read(file);
        read.customers().forEach(this::save);
        return read;
    }

    private void save(Customer customer) {
        jdbc.sql("""
                        INSERT INTO customer
                            (address, name, tier, is_vip, is_at_risk, annual_revenue_minor, currency, zone)
                        VALUES (:address, :name, :tier, :vip, :atRisk, :revenue, :currency, :zone)
                        ON CONFLICT (address) DO UPDATE SET name = excluded.name, tier = excluded.tier,
                            is_vip = excluded.is_vip, is_at_risk = excluded.is_at_risk,
                            annual_revenue_minor = excluded.annual_revenue_minor, currency = excluded.currency, zone = excluded.zone
                        """)
                .param("address", customer.address())
                .param("name", customer.name())
                .param("tier", customer.tier())
                .param("vip", customer.isVip())
                .param("atRisk", customer.isAtRisk())
                .param("revenue", customer.annualRevenueMinor())
                .param("currency", customer.currency())
                .param("zone", customer.zone())
                .update();
    }
}
