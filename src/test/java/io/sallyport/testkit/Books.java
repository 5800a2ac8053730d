package io.sallyport.testkit;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Business records that a test writes down, and a switch that takes the system down. */
public final class Books implements BusinessRecords {

    private final Map<String, BusinessRecord> all = new LinkedHashMap<>();
    private boolean isDown;

    /** {@code "total_minor", 4900, "status", "shipped", "items", List.of(Map.of(…))}; what is there already is replaced. */
    public Books put(String kind, String id, Object... fields) {
        var values = new LinkedHashMap<String, FieldValue>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put((String) fields[i], value(fields[i + 1]));
        }
        all.put(kind + ":" + id, new BusinessRecord(kind, id, values));
        return this;
    }

    private static FieldValue value(Object plain) {
        return switch (plain) {
            case String text -> new FieldValue.Text(text);
            case Integer number -> new FieldValue.Whole(number);
            case Long number -> new FieldValue.Whole(number);
            case Boolean flag -> new FieldValue.Flag(flag);
            case List<?> list ->
                new FieldValue.Many(list.stream().map(Books::value).toList());
            case Map<?, ?> map -> {
                var fields = new LinkedHashMap<String, FieldValue>();
                map.forEach((name, each) -> fields.put((String) name, value(each)));
                yield new FieldValue.Group(fields);
            }
            default -> throw new IllegalArgumentException("no field can hold " + plain);
        };
    }

    public Books down(boolean down) {
        isDown = down;
        return this;
    }

    public List<BusinessRecord> all() {
        return List.copyOf(all.values());
    }

    @Override
    public Optional<BusinessRecord> find(String kind, String id) {
        check();
        return Optional.ofNullable(all.get(kind + ":" + id));
    }

    @Override
    public List<BusinessRecord> of(String kind, String customer) {
        check();
        var found = new ArrayList<>(all.values().stream()
                .filter(record -> record.kind().equals(kind))
                .filter(record ->
                        record.text("account").filter(customer::equals).isPresent())
                .toList());
        return List.copyOf(found.reversed());
    }

    @Override
    public Optional<BusinessRecord> findAccount(String address) {
        check();
        return all.values().stream()
                .filter(record -> record.kind().equals("account"))
                .filter(record -> record.text("email")
                        .filter(email -> email.toLowerCase(Locale.ROOT).equals(address.toLowerCase(Locale.ROOT)))
                        .isPresent())
                .findFirst();
    }

    private void check() {
        if (isDown) {
            throw new Unreachable("books", "closed for the test");
        }
    }
}
