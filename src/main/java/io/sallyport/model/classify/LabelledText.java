package io.sallyport.model.classify;

import java.util.Optional;

/** @param label empty for a text that none of the labels fits */
public record LabelledText(String text, Optional<String> label) {
    public static LabelledText of(String text, String label) {
        return new LabelledText(text, Optional.of(label));
    }

    public static LabelledText unlabelled(String text) {
        return new LabelledText(text, Optional.empty());
    }
}
