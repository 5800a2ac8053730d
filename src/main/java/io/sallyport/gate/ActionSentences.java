package io.sallyport.gate;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.text.SentenceSplitter;
import java.util.List;
import java.util.stream.Stream;

/** What a reply may say of an action under way, word for word: the record itself is the proof of it. */
final class ActionSentences {

    private ActionSentences() {}

    static boolean contains(String sentence, CaseRecord record) {
        return isAmong(sentence, of(record));
    }

    /** Whether it may be said to whoever writes, known or not. */
    static boolean containsForAnybody(String sentence, CaseRecord record) {
        return isAmong(sentence, forAnybody(record));
    }

    private static boolean isAmong(String sentence, List<String> sentences) {
        String said = SentenceSplitter.flat(sentence);
        return sentences.stream().map(SentenceSplitter::flat).anyMatch(said::equals);
    }

    static List<String> of(CaseRecord record) {
        return switch (record.action()) {
            case ActionWork.Asking asking -> List.of(asking.question(), asking.openQuestion(), ActionWork.REST);
            case ActionWork.Challenged challenged ->
                Stream.concat(challenged.sentences().stream(), Stream.of(ActionWork.REST))
                        .toList();
            case ActionWork.Denied _ -> List.of(ActionWork.Denied.SENTENCE);
            case ActionWork _ -> List.of();
        };
    }

    /** Those that name nothing of an account. Which rule speaks against a change tells how old an order is, or what became of it. */
    static List<String> forAnybody(CaseRecord record) {
        return switch (record.action()) {
            case ActionWork.Asking asking -> List.of(asking.openQuestion(), ActionWork.REST);
            case ActionWork.Denied _ -> List.of();
            case ActionWork _ -> of(record);
        };
    }
}
