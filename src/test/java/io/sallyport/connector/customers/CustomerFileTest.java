package io.sallyport.connector.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Customer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerFileTest {

    private static final String GOOD = "{\"email\":\"ida@mill.example\",\"tier\":\"Home\"}";

    @TempDir
    private Path folder;

    private CustomerFile read(String... lines) throws IOException {
        return CustomerFile.read(Files.write(file(), List.of(lines)));
    }

    private Path file() {
        return folder.resolve("customers.jsonl");
    }

    @Test
    void readsEveryField() throws IOException {
        var read = read("{\"email\":\" Ida@Mill.example \",\"name\":\"Ida\",\"tier\":\"Fleet\",\"vip\":true,"
                + "\"at_risk\":true,\"annual_revenue_minor\":120000,\"currency\":\"EUR\"}");

        assertThat(read.customers())
                .containsExactly(new Customer("ida@mill.example", "Ida", "Fleet", true, true, 120_000, "EUR"));
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void whatIsLeftOutOrNullIsOrdinary() throws IOException {
        var ordinary = new Customer("ida@mill.example", "", "Home", false, false, 0, "USD");

        assertThat(read(
                                GOOD,
                                "{\"email\":\"ida@mill.example\",\"name\":null,\"tier\":\"Home\",\"vip\":null,"
                                        + "\"at_risk\":null,\"annual_revenue_minor\":null,\"currency\":null}")
                        .customers())
                .containsExactly(ordinary, ordinary);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"email\":                                                          | not JSON: ",
                "[\"ida@mill.example\", \"Home\"]                                     | not a JSON object",
                "{\"tier\":\"Home\"}                                                  | a customer needs an \"email\" and a \"tier\"",
                "{\"email\":\" \",\"tier\":\"Home\"}                                  | a customer needs an \"email\" and a \"tier\"",
                "{\"email\":\"bo@mill.example\"}                                      | a customer needs an \"email\" and a \"tier\"",
                "{\"email\":\"bo@mill.example\",\"tier\":\"Home\",\"vip\":\"yes\"}    | \"vip\" must be true or false, not \"yes\"",
                "{\"email\":\"bo@mill.example\",\"tier\":\"Home\",\"at_risk\":1}      | \"at_risk\" must be true or false, not 1",
                "{\"email\":\"bo@mill.example\",\"tier\":\"Home\",\"annual_revenue_minor\":12.5}  | \"annual_revenue_minor\" must be a whole number, not 12.5",
                "{\"email\":\"bo@mill.example\",\"tier\":\"Home\",\"annual_revenue_minor\":\"9\"} | \"annual_revenue_minor\" must be a whole number, not \"9\"",
                "{\"email\":\"bo@mill.example\",\"tier\":\"Home\",\"annual_revenue_minor\":-1}    | \"annual_revenue_minor\" must be a whole number, not -1",
                "{\"email\":\"bo@mill.example\",\"tier\":\"Home\",\"annual_revenue_minor\":99999999999999999999} | \"annual_revenue_minor\" must be a whole number, not 99999999999999999999",
            })
    void aBadRowIsNamedWithFileAndLineAndTheOthersAreRead(String row, String complaint) throws IOException {
        var read = read(GOOD, "", row, GOOD);

        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith(file() + ":3: " + complaint));
        assertThat(read.customers())
                .extracting(Customer::address)
                .containsExactly("ida@mill.example", "ida@mill.example");
    }
}
