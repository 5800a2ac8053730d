package io.sallyport.gate;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Opinion;
import io.sallyport.casefile.Reply;
import io.sallyport.gate.judge.BackTranslator;
import io.sallyport.gate.judge.BackTranslator.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A reply as gates can read it, whose rules are written for English. One in another language that a model may have written
 * is translated back; what a person wrote stays as it is.
 */
sealed interface InEnglish {

    String ENGLISH = "en";

    /** As the customer will read it. */
    record AsItIs(List<Statement> statements) implements InEnglish {}

    /**
     * Translated back.
     *
     * @param originals as the customer will read them
     * @param statements the same in English, with the same citations
     */
    record Back(List<Statement> originals, List<Statement> statements, Opinion opinion) implements InEnglish {}

    /** Nobody here can read it. */
    record Unread(String why) implements InEnglish {}

    static InEnglish of(CaseRecord record, Reply reply, Optional<BackTranslator> translator) {
        List<Statement> originals = Statement.of(reply);
        if (reply.language().equals(ENGLISH) || isPersons(record, reply) || originals.isEmpty()) {
            return new AsItIs(originals);
        }
        if (translator.isEmpty()) {
            return new Unread("no model checks replies in '" + reply.language() + "' here");
        }
        var sentences = originals.stream().map(Statement::text).toList();
        return switch (translator.get().translate(record, reply.language(), sentences)) {
            case Result.Missing(String why) -> new Unread(why);
            case Result.Translated(var english, var opinion) -> back(originals, english, opinion);
        };
    }

    private static Back back(List<Statement> originals, List<String> english, Opinion opinion) {
        var statements = new ArrayList<Statement>();
        for (int at = 0; at < originals.size(); at++) {
            var original = originals.get(at);
            statements.add(new Statement(english.get(at), original.citations(), original.list()));
        }
        return new Back(originals, statements, opinion);
    }

    private static boolean isPersons(CaseRecord record, Reply reply) {
        return reply.kind() == Reply.Kind.PERSONAL
                || record.answer()
                        .findDraft()
                        .filter(draft -> draft.reply().equals(reply))
                        .flatMap(AnswerWork.Draft::editedBy)
                        .isPresent();
    }
}
