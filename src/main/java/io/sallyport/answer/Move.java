package io.sallyport.answer;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.sallyport.casefile.Sentence;
import java.util.List;

/** What a specialist's model does next: it looks something up, or it is done. A move that contradicts itself is none. */
record Move(
        @JsonPropertyDescription("what you do now") Kind kind,

        @JsonPropertyDescription("for USE_TOOL the tool's name, else empty")
        String tool,

        @JsonPropertyDescription("for USE_TOOL what the tool is given, else empty")
        String input,

        @JsonPropertyDescription("for ANSWER the sentences of the answer in order, else an empty list")
        List<Line> sentences,

        @JsonPropertyDescription("for ASK the one question, else empty")
        String question,

        @JsonPropertyDescription("for DECLINE one sentence for the colleague who takes over, else empty")
        String why) {

    enum Kind {
        USE_TOOL,
        ANSWER,
        ASK,
        DECLINE,
        /** Nothing in the message belongs to this specialist. */
        NOT_MINE
    }

    record Line(
            @JsonPropertyDescription("one sentence for the customer")
            String text,

            @JsonPropertyDescription(
                    "PARAGRAPH opens a paragraph, RUN_ON goes on in it, STEP is a step of a numbered list")
            Sentence.Layout layout,

            @JsonPropertyDescription("the proof of this sentence")
            List<Quote> citations) {

        Line {
            citations = List.copyOf(citations);
            if (text.isBlank()) {
                throw new IllegalArgumentException("a sentence is empty");
            }
        }
    }

    record Quote(
            @JsonPropertyDescription("name of the article without its revision, such as article:opening-hours")
            String source,

            @JsonPropertyDescription("the article's revision, the number after the @")
            int revision,

            @JsonPropertyDescription("the words of the article that say this, copied word for word")
            String quote) {}

    Move {
        sentences = List.copyOf(sentences);
        boolean isWhole = switch (kind) {
            case USE_TOOL -> !tool.isBlank();
            case ANSWER -> !sentences.isEmpty();
            case ASK -> !question.isBlank();
            case DECLINE -> !why.isBlank();
            case NOT_MINE -> true;
        };
        if (!isWhole) {
            throw new IllegalArgumentException("a move of kind " + kind + " without what belongs to it");
        }
    }
}
