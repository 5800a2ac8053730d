package io.sallyport.gate;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.text.SentenceSplitter;

/**
 * Whether a reply's words may be a model's, so that a judge has to be asked. Not asked about: words that a person wrote and
 * answers for, and replies that only quote, which are proven by construction. Everything else is taken for a model's,
 * whoever says to have written it.
 */
final class ModelWritten {

    private ModelWritten() {}

    static boolean mayBe(CaseRecord record, Reply reply) {
        return !isPersons(record, reply) && !reply.sentences().stream().allMatch(ModelWritten::isQuoteOrUncited);
    }

    private static boolean isPersons(CaseRecord record, Reply reply) {
        return record.answer()
                .findDraft()
                .filter(draft -> draft.reply().equals(reply))
                .flatMap(AnswerWork.Draft::editedBy)
                .isPresent();
    }

    /** What is not cited has to be on the list of courtesies, or only ask: the Grounding gate sees to that. */
    private static boolean isQuoteOrUncited(Sentence sentence) {
        String text = SentenceSplitter.flat(sentence.text());
        return sentence.citations().isEmpty()
                || sentence.citations().stream()
                        .anyMatch(citation ->
                                SentenceSplitter.flat(citation.quote()).equals(text));
    }
}
