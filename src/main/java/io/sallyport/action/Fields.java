package io.sallyport.action;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads fields of records as the text that plans hold. */
final class Fields {

    private Fields() {}

    /** Of the record itself; {@code id} is its id. */
    static Optional<String> text(BusinessRecord record, String field) {
        return field.equals("id")
                ? Optional.of(record.id())
                : record.find(field).flatMap(Fields::text);
    }

    static Optional<String> text(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> Optional.of(text).filter(each -> !each.isBlank());
            case FieldValue.Whole(long number) -> Optional.of(Long.toString(number));
            case FieldValue.Flag(boolean flag) -> Optional.of(Boolean.toString(flag));
            case FieldValue.Many _, FieldValue.Group _ -> Optional.empty();
        };
    }

    /** The entries of a list of groups, none when it is something else. */
    static List<Map<String, FieldValue>> entries(BusinessRecord record, String list) {
        return record.find(list).stream()
                .flatMap(
                        value -> value instanceof FieldValue.Many(List<FieldValue> all) ? all.stream() : Stream.empty())
                .flatMap(each -> each instanceof FieldValue.Group(Map<String, FieldValue> fields)
                        ? Stream.of(fields)
                        : Stream.empty())
                .toList();
    }

    static Optional<String> text(Map<String, FieldValue> entry, String field) {
        return Optional.ofNullable(entry.get(field)).flatMap(Fields::text);
    }

    /** Every whole number in it, however deep: all sums that it can justify. */
    static Set<Long> wholes(BusinessRecord record) {
        var all = new HashSet<Long>();
        record.fields().values().forEach(value -> addWholes(value, all));
        return all;
    }

    private static void addWholes(FieldValue value, Set<Long> all) {
        switch (value) {
            case FieldValue.Whole(long number) -> all.add(number);
            case FieldValue.Many(List<FieldValue> values) -> values.forEach(each -> addWholes(each, all));
            case FieldValue.Group(Map<String, FieldValue> fields) ->
                fields.values().forEach(each -> addWholes(each, all));
            case FieldValue.Text _, FieldValue.Flag _ -> {}
        }
    }
}
