package io.sallyport.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the channel vouched for when a message arrived: that it was written by whoever owns this address. Kept in the
 * message's headers under a name that no outside header can take.
 *
 * @param address as in {@link Message#from()}
 */
public record SenderEvidence(Kind kind, String address) {

    /** Names that begin like this are the desk's own; intake drops them from whatever comes in. */
    public static final String HEADER = "x-sallyport-sender";

    public enum Kind {
        /** Our own mail server says that DMARC passed for the domain in From. */
        DMARC,
        /** The chat widget's signature with the company's secret. */
        SIGNATURE,
        /** A help desk whose word counts says that the customer was signed in. */
        SESSION,
        /** The secret link of this very case's page: as good as the message that opened the case. */
        LINK;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As it stands in the header. */
    public String written() {
        return kind.label() + " " + address;
    }

    /** Empty when nobody vouched for the sender, or for another one than the message names. */
    public static Optional<SenderEvidence> of(Message message) {
        String written = message.headers().getOrDefault(HEADER, "");
        for (Kind kind : Kind.values()) {
            var evidence = new SenderEvidence(kind, message.from());
            if (!message.from().isEmpty() && written.equals(evidence.written())) {
                return Optional.of(evidence);
            }
        }
        return Optional.empty();
    }

    /** Whether the channel vouches for the sender of a message of this thread. */
    public static boolean isVouchedFor(Message message, List<Message> thread) {
        Optional<Kind> kind = of(message).map(SenderEvidence::kind);
        return kind.isPresent() && (kind.get() != Kind.LINK || isOpenedBy(message.from(), thread));
    }

    /** Whether the channel vouches for the sender of the message that opened this thread. */
    public static boolean isOpenedByVouched(List<Message> thread) {
        return thread.stream()
                .findFirst()
                .flatMap(SenderEvidence::of)
                .filter(first -> first.kind() != Kind.LINK)
                .isPresent();
    }

    private static boolean isOpenedBy(String sender, List<Message> thread) {
        return isOpenedByVouched(thread) && thread.getFirst().from().equals(sender);
    }

    /** Headers with this evidence beside what else is in them. */
    public Map<String, String> in(Map<String, String> headers) {
        var all = new TreeMap<>(headers);
        all.put(HEADER, written());
        return Map.copyOf(all);
    }
}
