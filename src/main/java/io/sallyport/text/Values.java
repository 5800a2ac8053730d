package io.sallyport.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the values of a text. */
public final class Values {

    /** The sentences of replies and articles, which every gate reads; longer texts are seldom read twice. */
    private static final Latest<String, List<Value>> LATEST = new Latest<>(4_096, Values::read);

    private static final int SENTENCE = 400;

    private Values() {}

    public static List<Value> in(String text) {
        return text.length() <= SENTENCE ? LATEST.of(text) : read(text);
    }

    private static List<Value> read(String text) {
        var reader = new ValueReader(text);
        var values = new ArrayList<Value>();
        int at = 0;
        while (at < reader.size()) {
            var found = reader.readAt(at);
            if (found.isPresent()) {
                values.add(found.get().value());
                at = found.get().next();
            } else {
                at++;
            }
        }
        return List.copyOf(values);
    }

    /** Kind and normal form of each value, once. */
    public static Set<String> normalsIn(String text) {
        var normals = new LinkedHashSet<String>();
        in(text).forEach(value -> normals.add(value.toString()));
        return normals;
    }
}
