package io.sallyport.action;

import io.sallyport.casefile.ActionWork.Challenged;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What the customer wrote since a one-time code was made, round by round: each is what stands between two answers of ours. */
final class SinceCode {

    private SinceCode() {}

    /** Since the first code for what is not answered yet but by asking for it; all that has no answer where there is none. */
    static List<List<String>> first(CaseRecord record) {
        int answered = answered(record.messages());
        return rounds(
                record, codes(record).filter(heard -> heard >= answered).min().orElse(answered));
    }

    /** Since the newest, and not answered yet. */
    static List<String> newest(CaseRecord record) {
        return rounds(record, codes(record).max().orElse(0)).getLast();
    }

    /** The case without what the customer wrote between the holding of its plan and the code that was asked for behind the yes. */
    static CaseRecord withoutUnheard(CaseRecord record) {
        List<Message> all = record.messages();
        OptionalInt unheard = Approval.firstUnheard(record.action().approvals(), all);
        if (unheard.isEmpty()) {
            return record;
        }
        int from = unheard.getAsInt();
        int code = codes(record).filter(heard -> heard > from).min().orElse(from);
        List<Message> between = all.subList(from, code);
        return record.saying(all.stream()
                .filter(message -> !(message.isFromCustomer() && between.contains(message)))
                .toList());
    }

    /** How many messages there were when each was made. */
    private static IntStream codes(CaseRecord record) {
        return record.effects().stream()
                .filter(effect -> effect.content() instanceof CodeMail)
                .flatMapToInt(effect -> effect.heard().stream());
    }

    private static int answered(List<Message> messages) {
        return IntStream.range(0, messages.size())
                .filter(at -> messages.get(at).isAnswer()
                        && !Challenged.isAskedIn(messages.get(at).written()))
                .map(at -> at + 1)
                .max()
                .orElse(0);
    }

    private static List<List<String>> rounds(CaseRecord record, int from) {
        var rounds = new ArrayList<List<String>>();
        rounds.add(new ArrayList<>());
        for (Message message : record.messages().subList(from, record.messages().size())) {
            if (message.isFromCustomer()) {
                rounds.getLast().add(message.written());
            } else if (message.isAnswer()) {
                rounds.add(new ArrayList<>());
            }
        }
        return rounds;
    }
}
