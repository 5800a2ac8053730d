package io.sallyport.connector.sandbox;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import io.sallyport.connector.sandbox.Change.Patched;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts back what a change had changed, unless somebody has changed it since. */
final class Restoring {

    /** Others may have been refunded meanwhile; what this change gave back is subtracted. */
    private static final String SUM = "refunded_minor";

    private final RecordRows rows;

    Restoring(RecordRows rows) {
        this.rows = rows;
    }

    void restore(List<Patched> patched) {
        patched.reversed().forEach(this::restore);
    }

    private void restore(Patched one) {
        BusinessRecord record = rows.findToChange(one.kind(), one.id())
                .orElseThrow(() -> new Refusal("the " + one.kind() + " " + one.id() + " is gone"));
        Map<String, FieldValue> back = new LinkedHashMap<>();
        List<String> removed = new ArrayList<>();
        one.after().forEach((name, value) -> {
            if (name.equals(SUM)) {
                back.put(name, subtracted(record, one));
            } else if (!record.find(name).equals(Optional.of(value))) {
                throw new Refusal("the " + one.kind() + " " + one.id() + " has changed since");
            } else if (!one.before().containsKey(name)) {
                removed.add(name);
            }
        });
        one.before().forEach(back::putIfAbsent);
        rows.patch(one.kind(), one.id(), back, removed);
    }

    private static FieldValue subtracted(BusinessRecord record, Patched one) {
        return new FieldValue.Whole(record.whole(SUM).orElseThrow() - whole(one.after()) + whole(one.before()));
    }

    private static long whole(Map<String, FieldValue> fields) {
        return fields.get(SUM) instanceof FieldValue.Whole(long number) ? number : 0;
    }
}
