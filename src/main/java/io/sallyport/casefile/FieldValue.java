package io.sallyport.casefile;

import java.util.List;
import java.util.Map;

/** The value of one field of a {@link BusinessRecord}. There is no null: what is absent has no field. */
public sealed interface FieldValue {

    record Text(String value) implements FieldValue {}

    /** Whole numbers; money in minor units. */
    record Whole(long value) implements FieldValue {}

    record Flag(boolean value) implements FieldValue {}

    record Many(List<FieldValue> values) implements FieldValue {
        public Many {
            values = List.copyOf(values);
        }
    }

    record Group(Map<String, FieldValue> fields) implements FieldValue {
        public Group {
            fields = Map.copyOf(fields);
        }
    }
}
