package io.sallyport.casefile;

import java.util.List;
import java.util.Locale;

/**
 * What the Intake Watcher saw before anyone read a message for its meaning.
 *
 * @param language ISO 639-1 code, {@code und} when it cannot be told
 * @param languageConfidence 0 to 1
 * @param automatic whether a machine wrote it; anything but {@link Automatic#NONE} is never answered
 * @param injections passages that try to instruct the desk rather than ask it
 * @param warnings about attachments and size, for people
 */
public record Screening(
        String language,
        double languageConfidence,
        Automatic automatic,
        List<InjectionMark> injections,
        List<String> warnings,
        boolean isEmpty) {

    public enum Automatic {
        NONE,
        AUTO_REPLY,
        OUT_OF_OFFICE,
        BOUNCE,
        BULK,
        LOOP;

        /** As people read it: {@code out-of-office}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A passage of the customer's text, word for word, and the kind of instruction it resembles. */
    public record InjectionMark(String kind, String passage) {}

    public Screening {
        injections = List.copyOf(injections);
        warnings = List.copyOf(warnings);
    }

    public boolean hasInjection() {
        return !injections.isEmpty();
    }

    /** Nothing here is for anyone to answer. */
    public boolean isJunk() {
        return automatic != Automatic.NONE || isEmpty;
    }
}
