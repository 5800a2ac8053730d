package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Screening;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Distils a customer's unanswered messages into the question they ask. Quoted mail and signatures never come in, nor
 * does a sentence that intake marked as an instruction to the desk.
 */
final class QuestionReader {

    private static final Pattern REPLY_MARK =
            Pattern.compile("^(?:(?:re|fwd?|aw|sv)\\s*:\\s*)+", Pattern.CASE_INSENSITIVE);

    /** Words that point back to something said before. */
    private static final Set<String> POINTERS =
            Set.of("it", "its", "they", "them", "their", "that", "this", "these", "those", "there", "he", "she", "one");

    /** With fewer content words a follow-up cannot be understood without what came before. */
    private static final int FEW_WORDS = 4;

    private QuestionReader() {}

    static Question read(CaseRecord record) {
        var marks = record.findings().screening().map(Screening::injections).orElse(List.of()).stream()
                .map(mark -> SentenceSplitter.flat(mark.passage()))
                .toList();
        var sentences = new ArrayList<String>();
        for (Message message : record.unanswered()) {
            sentences.addAll(sentences(message.written(), marks));
        }
        return question(topic(record, sentences, marks), sentences);
    }

    static Question question(String topic, List<String> sentences) {
        var asks = sentences.stream().filter(SmallTalk::asks).toList();
        return new Question(topic, sentences, asks.isEmpty() ? sentences : asks);
    }

    static List<String> sentences(String written, List<String> marks) {
        String body = withoutNames(written);
        return SentenceSplitter.split(body).stream()
                .filter(sentence -> marks.stream().noneMatch(mark -> overlaps(sentence, mark)))
                .map(SmallTalk::withoutGreeting)
                .filter(sentence -> !sentence.isBlank() && !SmallTalk.isSmallTalk(sentence))
                .toList();
    }

    private static boolean overlaps(String sentence, String mark) {
        return mark.contains(sentence) || sentence.contains(mark);
    }

    /** Cuts the writer's name, and the sign-off before it, from the end. */
    private static String withoutNames(String written) {
        var lines = new ArrayList<>(written.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList());
        int end = lines.size();
        for (int i = 1; i < lines.size(); i++) {
            if (SmallTalk.isSignOff(lines.get(i))) {
                end = i;
                break;
            }
        }
        while (end > 1 && end > lines.size() - 3 && SmallTalk.isNameLine(lines.get(end - 1))) {
            end--;
        }
        return end == lines.size() ? written : String.join("\n", lines.subList(0, end));
    }

    private static String topic(CaseRecord record, List<String> sentences, List<String> marks) {
        String topic = subject(record.latestFromCustomer(), marks);
        List<Message> before = AskedBack.before(record);
        if (!before.isEmpty()) {
            String about = topic.isEmpty() ? subject(before.getFirst(), marks) : topic;
            return joined(about, need(before, marks));
        }
        return pointsBack(sentences) ? joined(topic, earlierNeed(record, marks)) : topic;
    }

    private static String subject(Message message, List<String> marks) {
        var subject = REPLY_MARK.matcher(message.subject()).replaceFirst("").strip();
        boolean marked = marks.stream().anyMatch(mark -> !subject.isEmpty() && overlaps(subject, mark));
        return marked || SmallTalk.isSmallTalk(subject) ? "" : subject;
    }

    private static String joined(String topic, String before) {
        return topic.isEmpty() || before.isEmpty() ? topic + before : topic + ". " + before;
    }

    static boolean pointsBack(List<String> sentences) {
        var text = String.join(" ", sentences);
        return Words.content(text).size() < FEW_WORDS || Words.of(text).stream().anyMatch(POINTERS::contains);
    }

    /** What the customer asked last before these messages. */
    private static String earlierNeed(CaseRecord record, List<String> marks) {
        var unanswered = record.unanswered();
        return record.messages().reversed().stream()
                .filter(message -> message.isFromCustomer() && !unanswered.contains(message))
                .findFirst()
                .map(message -> need(List.of(message), marks))
                .orElse("");
    }

    private static String need(List<Message> messages, List<String> marks) {
        var sentences = messages.stream()
                .flatMap(message -> sentences(message.written(), marks).stream())
                .toList();
        return String.join(" ", question("", sentences).asks());
    }
}
