package io.sallyport.gate;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.TextSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * One sentence of a reply as the customer will read it, with every citation of the writer's sentences it overlaps. Where
 * the writer says that sentences end counts for nothing.
 *
 * @param list which run of steps it belongs to, 0 outside of lists
 */
record Statement(String text, List<Citation> citations, int list) {

    Statement {
        citations = List.copyOf(citations);
    }

    static List<Statement> of(Reply reply) {
        String text = reply.text();
        List<TextSpan> written = written(reply, text);
        var statements = new ArrayList<Statement>();
        for (TextSpan span : SentenceSplitter.spans(text)) {
            var citations = new ArrayList<Citation>();
            int list = 0;
            for (int i = 0; i < written.size(); i++) {
                if (written.get(i).overlaps(span)) {
                    citations.addAll(reply.sentences().get(i).citations());
                    list = list(reply.sentences(), i);
                }
            }
            statements.add(new Statement(
                    SentenceSplitter.flat(span.in(text)),
                    citations.stream().distinct().toList(),
                    list));
        }
        return List.copyOf(statements);
    }

    /** Where each of the writer's sentences stands in the text. */
    private static List<TextSpan> written(Reply reply, String text) {
        var spans = new ArrayList<TextSpan>();
        int from = 0;
        for (Sentence sentence : reply.sentences()) {
            int at = text.indexOf(sentence.text(), from);
            if (at < 0) {
                throw new IllegalStateException("a sentence of the reply is missing from its text");
            }
            from = at + sentence.text().length();
            spans.add(new TextSpan(at, from));
        }
        return spans;
    }

    /** Steps that follow each other, each with what runs on after it, are one list, numbered by where it begins. */
    private static int list(List<Sentence> sentences, int at) {
        int from = 0;
        for (int i = 0; i <= at; i++) {
            from = switch (sentences.get(i).layout()) {
                case STEP -> from == 0 ? i + 1 : from;
                case RUN_ON -> from;
                case PARAGRAPH -> 0;
            };
        }
        return from;
    }
}
