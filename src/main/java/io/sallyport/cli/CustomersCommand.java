package io.sallyport.cli;

import io.sallyport.casefile.Customer;
import io.sallyport.connector.customers.BuiltInCustomers;
import io.sallyport.connector.customers.CustomerFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "customers",
        description = "What the desk knows of customers: tier, VIP, at risk, yearly revenue, time zone.",
        synopsisSubcommandLabel = "COMMAND")
final class CustomersCommand {

    @Command(
            name = "import",
            description = {
                "Takes in customers from JSON lines:",
                "  {\"email\", \"tier\", \"name\", \"vip\", \"at_risk\", \"annual_revenue_minor\", \"currency\", \"timezone\"}",
                "One that is known already is replaced. A row that cannot be read is reported with its line and skipped,"
                        + " and the command ends with 1."
            })
    int load(@Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files) {
        try (var desk = OpenDesk.toLookAt()) {
            var customers = desk.getBean(BuiltInCustomers.class);
            return RowFile.takeAll(files, file -> {
                CustomerFile read = customers.load(file);
                return new RowFile.Taken(read.customers().size() + " taken in", read.problems());
            });
        }
    }

    @Command(description = "Shows one customer.")
    int show(@Parameters(paramLabel = "ADDRESS", description = "Their e-mail address.") String address) {
        try (var desk = OpenDesk.toLookAt()) {
            Optional<Customer> found = desk.getBean(BuiltInCustomers.class).find(address);
            if (found.isEmpty()) {
                System.err.println("sallyport: no customer with the address " + address
                        + " is known; './sallyport customers import FILE' takes customers in");
                return Sallyport.EXIT_FAILED;
            }
            System.out.println(line(found.get()));
            return 0;
        }
    }

    private static String line(Customer customer) {
        return customer.address()
                + (customer.name().isEmpty() ? "" : "  " + customer.name())
                + "  tier " + customer.tier()
                + (customer.isVip() ? ", VIP" : "")
                + (customer.isAtRisk() ? ", at risk" : "")
                + (customer.zone().isEmpty() ? "" : ", " + customer.zone());
    }
}
