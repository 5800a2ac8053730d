package io.sallyport.casefile;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A message to the customer, as sentences with their proof.
 *
 * @param to the address it goes to
 * @param language ISO 639-1 code of the text
 */
public record Reply(Kind kind, String to, String subject, String language, List<Sentence> sentences)
        implements Proposal {

    public enum Kind {
        ANSWER,
        QUESTION,
        /** Says who has the case and by when they will answer; answers nothing itself. */
        BRIDGE,
        /** Written by a person in answer to the case. */
        PERSONAL
    }

    public Reply {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("a reply needs at least one sentence");
        }
    }

    @Override
    public Lane lane() {
        return kind == Kind.BRIDGE ? Lane.ESCALATION : Lane.ANSWER;
    }

    /** The text as the customer will read it. */
    public String text() {
        var text = new StringBuilder();
        int step = 0;
        for (Sentence sentence : sentences) {
            boolean isStep = sentence.layout() == Sentence.Layout.STEP;
            step = stepAt(sentence, step);
            if (!text.isEmpty()) {
                text.append(separatorBefore(sentence, step));
            }
            if (isStep) {
                text.append(step).append(". ");
            }
            text.append(sentence.text());
        }
        return text.toString();
    }

    /** What runs on after a step belongs to it, and the next step goes on counting. */
    private static int stepAt(Sentence sentence, int before) {
        return switch (sentence.layout()) {
            case STEP -> before + 1;
            case RUN_ON -> before;
            case PARAGRAPH -> 0;
        };
    }

    private static String separatorBefore(Sentence sentence, int step) {
        return switch (sentence.layout()) {
            case RUN_ON -> " ";
            case PARAGRAPH -> "\n\n";
            case STEP -> step == 1 ? "\n\n" : "\n";
        };
    }

    public List<Citation> citations() {
        return sentences.stream().flatMap(s -> s.citations().stream()).toList();
    }

    @Override
    public String canonicalContent() {
        return sentences.stream()
                .map(s -> s.layout() + "|" + s.text() + "|" + s.citations())
                .collect(Collectors.joining("\n", kind + "|" + to + "|" + subject + "|" + language + "\n", ""));
    }
}
