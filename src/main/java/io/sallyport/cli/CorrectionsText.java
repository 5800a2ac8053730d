package io.sallyport.cli;

import io.sallyport.insight.PeoplesCorrections;
import io.sallyport.insight.Rate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often people put right what a case was taken for, as lines for a terminal or fields. */
record CorrectionsText(Rate misrouted, Rate recallOfP1) {

    static CorrectionsText of(PeoplesCorrections corrections, Instant until) {
        return new CorrectionsText(
                corrections.misrouted(Instant.EPOCH, until), corrections.recallOfP1(Instant.EPOCH, until));
    }

    List<String> lines() {
        return List.of(
                "people put " + of(misrouted, " routed cases into another queue or category"),
                "of the cases that are P1, triage found " + of(recallOfP1, ""));
    }

    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("misrouted", fields(misrouted));
        fields.put("p1_recall", fields(recallOfP1));
        return fields;
    }

    private static String of(Rate rate, String what) {
        String counted = rate.hits() + " of " + rate.of() + what;
        return rate.of() == 0
                ? counted
                : counted
                        + String.format(
                                Locale.ROOT,
                                ": %.1f %% (95 %%: %.1f to %.1f %%)",
                                100 * rate.share(),
                                100 * rate.low(),
                                100 * rate.high());
    }

    private static Map<String, @Nullable Object> fields(Rate rate) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("hits", rate.hits());
        fields.put("of", rate.of());
        fields.put("share", rate.of() == 0 ? null : rate.share());
        return fields;
    }
}
