package io.sallyport.casefile;

import java.util.Locale;

/**
 * Something told to the company's own people in tools of theirs; never to a customer.
 *
 * @param occasion what it is for, such as {@code hand-over 12}; the same errand of the same occasion is done once
 * @param onto the issue or conversation that it goes on with; of an {@link Kind#ISSUE} the cause that several cases may file it
 *     for, such as {@code known-issue:slow-export}: where there is an open one, the case joins it; empty when it begins one
 * @param text Markdown
 */
public record Errand(Kind kind, String occasion, String onto, String title, String text) implements Proposal {

    public enum Kind {
        /** Gets somebody who is on call. */
        PAGE,
        /** Files an issue in the tracker. */
        ISSUE,
        /** Adds this case to an issue that there is already. */
        LINK,
        /** Says it in the team's chat. */
        CHAT
    }

    /** In occasions of errands that remind people of what they have not decided. */
    private static final String REMINDER = "reminder ";

    /** @param version of the case when they were reminded */
    public static String reminderAt(long version) {
        return REMINDER + version;
    }

    boolean isReminder() {
        return occasion.startsWith(REMINDER);
    }

    /** Names it within its case: {@code page: hand-over 12}. */
    public String id() {
        return kind.name().toLowerCase(Locale.ROOT) + ": " + occasion;
    }

    @Override
    public Lane lane() {
        return Lane.ESCALATION;
    }

    @Override
    public String canonicalContent() {
        return String.join("\n", kind.name(), occasion, onto, title, text);
    }
}
