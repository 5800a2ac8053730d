package io.sallyport.connector.customers;

import io.sallyport.casefile.Customer;
import io.sallyport.platform.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers from JSON lines with {@code email}, {@code name}, {@code tier}, {@code vip}, {@code at_risk},
 * {@code annual_revenue_minor}, {@code currency} and {@code timezone} ({@code Europe/Berlin}).
 *
 * @param customers in the order of the file
 * @param problems a line for each row that could not be read, with its place
 */
public record CustomerFile(List<Customer> customers, List<String> problems) {

    private static final JsonMapper JSON = new JsonMapper();

    public CustomerFile {
        customers = List.copyOf(customers);
        problems = List.copyOf(problems);
    }

    public static CustomerFile read(Path file) throws IOException {
        var customers = new ArrayList<Customer>();
        var problems = new ArrayList<String>();
        List<String> lines = TextLines.read(file);
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                try {
                    customers.add(parse(lines.get(at)));
                } catch (IllegalArgumentException wrong) {
                    problems.add(file + ":" + (at + 1) + ": " + wrong.getMessage());
                }
            }
        }
        return new CustomerFile(customers, problems);
    }

    private static Customer parse(String line) {
        JsonNode node = tree(line);
        String address = node.path("email").asString("").strip().toLowerCase(Locale.ROOT);
        String tier = node.path("tier").asString("");
        if (address.isEmpty() || tier.isEmpty()) {
            throw new IllegalArgumentException("a customer needs an \"email\" and a \"tier\"");
        }
        return new Customer(
                address,
                node.path("name").asString(""),
                tier,
                flag(node, "vip"),
                flag(node, "at_risk"),
                revenue(node),
                node.path("currency").asString("USD"),
                zone(node.path("timezone").asString("")));
    }

    private static String zone(String zone) {
        try {
            return zone.isEmpty() ? "" : ZoneId.of(zone).getId();
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "\"timezone\" must be one such as Europe/Berlin, not '" + zone + "'", unknown);
        }
    }

    private static boolean flag(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("\"" + field + "\" must be true or false, not " + value);
        }
        return value.asBoolean();
    }

    private static long revenue(JsonNode node) {
        JsonNode value = node.path("annual_revenue_minor");
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw new IllegalArgumentException("\"annual_revenue_minor\" must be a whole number, not " + value);
        }
        return value.asLong();
    }

    private static JsonNode tree(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("not JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
        throw new IllegalArgumentException("not a JSON object");
    }
}
