package io.sallyport.casefile;

import java.util.List;

/** What of the customer's words engineering has, or is getting. An errand is named after the newest words that it tells. */
public final class TrackedWords {

    private TrackedWords() {}

    /** Of an errand that tells everything so far. */
    public static String occasion(CaseRecord record) {
        return occasion(words(record).getLast());
    }

    private static String occasion(Message newest) {
        return "message " + newest.id();
    }

    /** Those that engineering does not have, oldest first; the newest where nobody knows what it has. */
    public static List<Message> untold(CaseRecord record) {
        List<Message> words = words(record);
        int told = told(record, words);
        return words.subList(told == 0 ? words.size() - 1 : told, words.size());
    }

    /** Whether the customer has written since what engineering has. */
    static boolean isBehind(CaseRecord record) {
        List<Message> words = words(record);
        int told = told(record, words);
        return told > 0 && told < words.size();
    }

    private static int told(CaseRecord record, List<Message> words) {
        int told = words.size();
        while (told > 0 && !isTold(record.handOver(), words.get(told - 1))) {
            told--;
        }
        return told;
    }

    private static boolean isTold(HandOver handOver, Message message) {
        return handOver.errands().stream()
                .anyMatch(work ->
                        work.isToldEngineering() && work.errand().occasion().equals(occasion(message)));
    }

    private static List<Message> words(CaseRecord record) {
        return record.thread().stream().filter(Message::isFromCustomer).toList();
    }
}
