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
        String said = SentenceSplitter.flat(sentence);
        return of(record).stream().map(SentenceSplitter::flat).anyMatch(said::equals);
    }

    static List<String> of(CaseRecord record) {
        return switch (record.action()) {
            case ActionWork.Asking asking -> List.of(asking.question(), ActionWork.REST);
            case ActionWork.Challenged challenged ->
                Stream.concat(challenged.sentences().stream(), Stream.of(ActionWork.REST))
                        .toList();
            case ActionWork.Denied _ -> List.of(ActionWork.Denied.SENTENCE);
            case ActionWork _ -> List.of();
        };
    }
}
