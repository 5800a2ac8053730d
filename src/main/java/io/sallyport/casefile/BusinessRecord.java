package io.sallyport.casefile;

import java.util.Map;
import java.util.Optional;

/**
 * One record of the company's business systems as it was read: an order, an invoice, a subscription, an account.
 *
 * @param kind such as {@code order}
 * @param id unique within the kind
 * @param fields by name; times as ISO 8601 text, money as whole minor units with a {@code currency} beside it
 */
public record BusinessRecord(String kind, String id, Map<String, FieldValue> fields) {

    public BusinessRecord {
        fields = Map.copyOf(fields);
        if (kind.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("a business record needs a kind and an id");
        }
    }

    /** Its name in plans and citations: {@code order:HL-100533}. */
    public String name() {
        return kind + ":" + id;
    }

    public Optional<FieldValue> find(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    public Optional<String> text(String field) {
        return find(field)
                .flatMap(value -> value instanceof FieldValue.Text(String text) ? Optional.of(text) : Optional.empty());
    }

    public Optional<Long> whole(String field) {
        return find(field)
                .flatMap(value ->
                        value instanceof FieldValue.Whole(long number) ? Optional.of(number) : Optional.empty());
    }

    public boolean isSet(String flag) {
        return find(flag).filter(new FieldValue.Flag(true)::equals).isPresent();
    }
}
