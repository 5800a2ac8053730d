package io.sallyport.intake.screening;

import io.sallyport.casefile.Screening.Automatic;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A wording that machines use.
 *
 * @param kind {@link Automatic#NONE} for wording that people use and machines do not
 * @param weight 3 is enough on its own
 */
record Cue(Automatic kind, int weight, Where where, Pattern pattern) {

    enum Where {
        FROM,
        SUBJECT,
        TEXT
    }

    static final List<Cue> ALL = CueList.read();

    boolean isIn(String from, String subject, String text) {
        return switch (where) {
            case FROM -> pattern.matcher(from).find();
            case SUBJECT -> pattern.matcher(subject).find();
            case TEXT -> pattern.matcher(text).find();
        };
    }

    /** Away notes, bounces and receipts come by mail only; unsolicited advertising comes by any door. */
    boolean onlyInMail() {
        return kind != Automatic.BULK && kind != Automatic.NONE;
    }
}
