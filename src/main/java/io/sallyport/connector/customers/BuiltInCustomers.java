package io.sallyport.connector.customers;

import io.sallyport.casefile.Customer;
import io.sallyport.connector.CustomerDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers as rows of the table {@code customer}. */
public final class BuiltInCustomers implements CustomerDirectory {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    public BuiltInCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Customer> find(String address) {
        return jdbc.sql("""
                        SELECT address, name, tier, is_vip, is_at_risk, annual_revenue_minor, currency
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
                        row.getString("currency")))
                .optional();
    }

    /**
     * Reads customers from JSON lines with {@code email}, {@code name}, {@code tier}, {@code vip}, {@code at_risk},
     * {@code annual_revenue_minor} and {@code currency}; one that is known already is replaced.
     *
     * @return how many customers the file held
     * @throws IllegalArgumentException naming file and line when one cannot be read; those before it are kept
     */
    public int load(Path file) throws IOException {
        int number = 0;
        int count = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                save(parse(file + ":" + number, line));
                count++;
            }
        }
        return count;
    }

    private static Customer parse(String place, String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String address = node.path("email").asString("").strip().toLowerCase(Locale.ROOT);
            String tier = node.path("tier").asString("");
            if (address.isEmpty() || tier.isEmpty()) {
                throw new IllegalArgumentException(place + ": a customer needs an \"email\" and a \"tier\"");
            }
            return new Customer(
                    address,
                    node.path("name").asString(""),
                    tier,
                    node.path("vip").asBoolean(false),
                    node.path("at_risk").asBoolean(false),
                    node.path("annual_revenue_minor").asLong(0),
                    node.path("currency").asString("USD"));
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(place + ": " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    private void save(Customer customer) {
        jdbc.sql("""
                        INSERT INTO customer
                            (address, name, tier, is_vip, is_at_risk, annual_revenue_minor, currency)
                        VALUES (:address, :name, :tier, :vip, :atRisk, :revenue, :currency)
                        ON CONFLICT (address) DO UPDATE SET name = excluded.name, tier = excluded.tier,
                            is_vip = excluded.is_vip, is_at_risk = excluded.is_at_risk,
                            annual_revenue_minor = excluded.annual_revenue_minor, currency = excluded.currency
                        """)
                .param("address", customer.address())
                .param("name", customer.name())
                .param("tier", customer.tier())
                .param("vip", customer.isVip())
                .param("atRisk", customer.isAtRisk())
                .param("revenue", customer.annualRevenueMinor())
                .param("currency", customer.currency())
                .update();
    }
}
