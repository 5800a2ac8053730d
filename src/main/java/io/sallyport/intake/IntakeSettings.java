package io.sallyport.intake;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on what comes in.
 *
 * @param readableText characters of a message that agents read; people still see all of it
 * @param longestText characters above which a message is refused
 * @param largestAttachment bytes above which a file is called oversized
 * @param largestMessage bytes of all files together above which a message is called oversized
 * @param loopMessages messages from one address within an hour above which it is taken for a machine
 * @param loopRepeats times the same words from one address within a day are a loop
 * @param ownAddresses the desk's own addresses, kept in lower case; mail from them is our own coming back
 * @param mailServers names under which the company's own mail servers write Authentication-Results (authserv-id); each has to
 *     strip such fields from what comes in. None: no mail is vouched for
 * @param widgetSecret what the company's page signs a signed-in visitor's address with; empty takes no signature
 * @param helpDesks names of API keys whose word that a customer was signed in counts
 */
@ConfigurationProperties("sallyport.intake")
public record IntakeSettings(
        @DefaultValue("100000") int readableText,
        @DefaultValue("2000000") int longestText,
        @DefaultValue("26214400") long largestAttachment,
        @DefaultValue("52428800") long largestMessage,
        @DefaultValue("30") int loopMessages,
        @DefaultValue("5") int loopRepeats,
        @DefaultValue Set<String> ownAddresses,
        @DefaultValue Set<String> mailServers,
        @DefaultValue("") String widgetSecret,
        @DefaultValue Set<String> helpDesks) {

    private static final int SHORTEST_SECRET = 32;

    public IntakeSettings {
        // As senders' addresses are kept.
        ownAddresses = ownAddresses.stream()
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        mailServers = Set.copyOf(mailServers);
        helpDesks = Set.copyOf(helpDesks);
        if (!widgetSecret.isEmpty() && widgetSecret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("sallyport.intake.widget-secret needs at least " + SHORTEST_SECRET
                    + " characters; `openssl rand -hex 32` makes one");
        }
        if (readableText < 1_000 || longestText < readableText || loopMessages < 1 || loopRepeats < 2) {
            throw new IllegalArgumentException("sallyport.intake: readable-text at least 1000, longest-text at least"
                    + " readable-text, loop-messages at least 1, loop-repeats at least 2");
        }
    }

    public static IntakeSettings defaults() {
        return new IntakeSettings(100_000, 2_000_000, 26_214_400, 52_428_800, 30, 5, Set.of(), Set.of(), "", Set.of());
    }

    /** The secret is nobody's to read in a log. */
    @Override
    public String toString() {
        return "IntakeSettings[readableText=" + readableText + ", mailServers=" + mailServers + ", helpDesks="
                + helpDesks + "]";
    }
}
