package io.sallyport.evaluation.actions;

import io.sallyport.casefile.FieldValue;
import java.util.HashMap;
import java.util.Map;

/** Facts by name, for the context or the entities of a question. */
final class Facts {

    private final Map<String, FieldValue> all = new HashMap<>();

    Facts with(String name, boolean value) {
        return put(name, new FieldValue.Flag(value));
    }

    Facts with(String name, long value) {
        return put(name, new FieldValue.Whole(value));
    }

    Facts with(String name, String value) {
        return put(name, new FieldValue.Text(value));
    }

    Facts with(String name, Facts inner) {
        return put(name, new FieldValue.Group(inner.all));
    }

    private Facts put(String name, FieldValue value) {
        all.put(name, value);
        return this;
    }

    Map<String, FieldValue> map() {
        return Map.copyOf(all);
    }
}
