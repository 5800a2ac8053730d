package io.sallyport.intake;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Screening.Automatic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the case that a message belongs to, however long ago it was. A mail's headers and subject are only ever words
 * that its sender chose, so they count for the case's own customer alone; the page's link is a secret and counts for
 * whoever holds it. An import's own rows join its own threads.
 */
final class CaseFinder {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,500}>");
    private static final Pattern TICKET_ID =
            Pattern.compile("\\bSP-[0-9A-HJKMNP-TV-Z]{10}\\b", Pattern.CASE_INSENSITIVE);

    /** A thread's last mails are enough to know it by; RFC 5322 puts the latest at the end. */
    private static final int MOST_REFERENCES = 30;

    private final CaseStore store;
    private final Arrivals arrivals;

    CaseFinder(CaseStore store, Arrivals arrivals) {
        this.store = store;
        this.arrivals = arrivals;
    }

    Optional<CaseRecord> find(Incoming incoming, Automatic automatic) {
        if (incoming.pageLink().isPresent()) {
            return incoming.pageLink()
                    .flatMap(store::findByLink)
                    .flatMap(store::find)
                    .map(this::goesOnWith);
        }
        return Stream.concat(byThread(incoming, automatic), bySubject(incoming))
                .findFirst()
                .map(this::goesOnWith);
    }

    /** Only a case that goes on with no other is merged into, so this comes to an end. */
    private CaseRecord goesOnWith(CaseRecord record) {
        CaseRecord current = record;
        while (current.handOver().mergedInto().isPresent()) {
            current = store.load(current.handOver().mergedInto().get());
        }
        return current;
    }

    /** This mail's own id and those it refers to, the closest first. */
    static Set<String> threadIds(Incoming incoming) {
        Set<String> ids = new LinkedHashSet<>();
        ids.addAll(idsIn(incoming.headers().getOrDefault("message-id", "")));
        ids.addAll(idsIn(incoming.headers().getOrDefault("in-reply-to", "")).reversed());
        ids.addAll(idsIn(incoming.headers().getOrDefault("references", "")).reversed());
        ids.addAll(idsIn(incoming.headers().getOrDefault("x-attached-message-id", "")));
        return ids.stream().limit(MOST_REFERENCES).collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    private static List<String> idsIn(String header) {
        return new ArrayList<>(
                MESSAGE_ID.matcher(header).results().map(r -> r.group()).toList());
    }

    private Stream<CaseRecord> byThread(Incoming incoming, Automatic automatic) {
        return threadIds(incoming).stream()
                .flatMap(id -> casesNaming(id)
                        .filter(record -> isCustomer(record, incoming)
                                || isBounceOf(record, id, automatic)
                                || isNobodysThread(record, id, incoming)));
    }

    private Stream<CaseRecord> casesNaming(String messageId) {
        return Stream.concat(store.findByMessage(messageId).stream(), arrivals.findByThread(messageId).stream())
                .distinct()
                .flatMap(id -> store.find(id).stream());
    }

    private Stream<CaseRecord> bySubject(Incoming incoming) {
        return TICKET_ID
                .matcher(incoming.subject())
                .results()
                .map(found -> new CaseId(found.group().toUpperCase(Locale.ROOT)))
                .flatMap(id -> store.find(id).stream())
                .filter(record -> isCustomer(record, incoming));
    }

    private static boolean isCustomer(CaseRecord record, Incoming incoming) {
        return !incoming.from().isEmpty() && record.ticket().customer().equals(incoming.from());
    }

    /** Where all senders were taken out of a file, its rows still tell which of them are one conversation. */
    private static boolean isNobodysThread(CaseRecord record, String id, Incoming incoming) {
        return RowReader.isThread(id)
                && incoming.pace() == Incoming.Pace.HISTORY
                && incoming.from().isEmpty()
                && record.ticket().customer().isEmpty()
                && record.ticket().source().equals(incoming.source());
    }

    /** A mail server speaks in its own name; it quotes the id of a mail that only we and the customer have seen. */
    private static boolean isBounceOf(CaseRecord record, String messageId, Automatic automatic) {
        return automatic == Automatic.BOUNCE
                && record.messages().stream()
                        .anyMatch(message -> message.isOurs() && message.id().equals(messageId));
    }
}
