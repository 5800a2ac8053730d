package io.sallyport.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was said on a case since the latest account change that was carried out on it was begun. What was wished before has had
 * its end, whether the customer has heard of it or not: read once more it would be planned once more.
 */
public final class SinceActed {

    private static final Pattern REPLY_MARK =
            Pattern.compile("^(?:(?:re|aw|sv|antw|fwd?|wg)(?:\\[\\d+\\])?:\\s*)+", Pattern.CASE_INSENSITIVE);

    private SinceActed() {}

    /** By everybody; a subject that only repeats an earlier one is left out. All that was ever said where nothing was done. */
    public static List<Message> thread(CaseRecord record) {
        int heard = heard(record);
        List<Message> all = record.messages();
        if (heard == 0) {
            return all;
        }
        var subjects = new ArrayList<String>();
        all.subList(0, heard).forEach(message -> subjects.add(subject(message)));
        var since = new ArrayList<Message>();
        for (Message message : all.subList(heard, all.size())) {
            since.add(subjects.contains(subject(message)) ? withoutSubject(message) : message);
            subjects.add(subject(message));
        }
        return List.copyOf(since);
    }

    /** By the customer since we last answered them; may be empty. */
    public static List<Message> unanswered(CaseRecord record) {
        List<String> open = record.unanswered().stream().map(Message::id).toList();
        return thread(record).stream()
                .filter(message -> open.contains(message.id()))
                .toList();
    }

    /** Whether some of what is not answered yet was wished and done already. */
    public static boolean isPartOfUnanswered(CaseRecord record) {
        return unanswered(record).size() < record.unanswered().size();
    }

    /** By the customer since we last answered them and the latest change was begun; may be empty. */
    public static List<Message> sinceBegun(CaseRecord record) {
        int begun = last(record, Effect::begun);
        List<Message> all = record.messages();
        List<Message> before = all.subList(0, begun);
        return record.unanswered().stream()
                .filter(message -> !before.contains(message))
                .toList();
    }

    /** The changes that were carried out while some of what is to be read still lay there unread. */
    public static List<ActionPlan> begunMeanwhile(CaseRecord record) {
        List<Message> all = record.messages();
        int unread = unansweredFrom(heard(record), all).stream()
                .findFirst()
                .map(all::indexOf)
                .orElse(all.size());
        return carriedOut(record)
                .filter(effect -> effect.begun().orElse(0) > unread)
                .flatMap(effect -> effect.plan().stream())
                .toList();
    }

    /** By the customer behind so many messages, oldest first; what we asked back for a slot or a code has answered nothing. */
    static List<Message> unansweredFrom(int messages, List<Message> all) {
        var since = new ArrayList<Message>();
        for (Message message : all.subList(messages, all.size()).reversed()) {
            if (message.isAnswer() && !ActionWork.isAskedIn(message.written())) {
                break;
            }
            if (message.isFromCustomer()) {
                since.addFirst(message);
            }
        }
        return since;
    }

    private static int heard(CaseRecord record) {
        return last(record, Effect::heard);
    }

    private static int last(CaseRecord record, Function<Effect, OptionalInt> count) {
        return carriedOut(record)
                .flatMapToInt(effect -> count.apply(effect).stream())
                .max()
                .orElse(0);
    }

    private static Stream<Effect> carriedOut(CaseRecord record) {
        return record.effects().stream()
                .filter(effect -> effect.isAccepted() && effect.plan().isPresent());
    }

    private static String subject(Message message) {
        return REPLY_MARK
                .matcher(message.subject().strip())
                .replaceFirst("")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static Message withoutSubject(Message message) {
        return new Message(
                message.id(),
                message.author(),
                message.from(),
                message.at(),
                "",
                message.written(),
                message.setAside(),
                message.attachments(),
                message.headers());
    }
}
