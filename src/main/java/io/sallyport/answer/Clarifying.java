package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.text.Lexicon;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one question that would bring the detail that a message lacks. */
final class Clarifying {

    private static final String SEPARATOR = " : ";

    private record Detail(Pattern about, Pattern given, String question) {
        boolean isMissingIn(String text) {
            return about.matcher(text).find() && !given.matcher(text).find();
        }
    }

    private static final List<Detail> DETAILS = Lexicon.lines("/answer/clarifying.txt").stream()
            .map(Clarifying::detail)
            .toList();

    private Clarifying() {}

    private static Detail detail(String line) {
        String[] row = line.split(SEPARATOR, 3);
        return new Detail(pattern(row[0]), pattern(row[1]), row[2]);
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    /** Empty when we have asked in this case before: a second question in a row is for a person to put. */
    static Optional<String> questionFor(Question question, CaseRecord record) {
        return hasAsked(record)
                ? Optional.empty()
                : DETAILS.stream()
                        .filter(detail -> detail.isMissingIn(question.text()))
                        .map(Detail::question)
                        .findFirst();
    }

    static boolean hasAsked(CaseRecord record) {
        return AskedBack.forDetail(record)
                || record.messages().stream()
                        .filter(message -> message.author() == Message.Author.DESK)
                        .anyMatch(message -> DETAILS.stream()
                                .anyMatch(detail -> message.written().contains(detail.question())));
    }
}
