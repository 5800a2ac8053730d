package io.sallyport.skill;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.casefile.Standing;
import io.sallyport.text.SentenceSplitter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a case was answered or solved, in its own words.
 *
 * @param asked the customer's sentences that the answer is to
 * @param statements what was answered, courtesies left out
 * @param how what a person said of how it was solved; empty when nobody did
 */
record Solution(String title, List<String> asked, List<Statement> statements, String how) {

    private static final int LONGEST_TITLE = 90;

    /** One sentence of the answer. */
    record Statement(String text, boolean isStep, List<Citation> citations) {}

    /**
     * @param isCourtesy whether a sentence claims nothing
     * @throws IllegalArgumentException when nobody has answered or solved it yet
     */
    static Solution of(CaseRecord record, Predicate<String> isCourtesy) {
        var statements = lastReply(record).stream()
                .flatMap(reply -> statements(reply))
                .filter(statement -> !statement.citations().isEmpty() || !isCourtesy.test(statement.text()))
                .toList();
        String how = how(record);
        if (statements.isEmpty() && how.isEmpty()) {
            throw new IllegalArgumentException("case " + record.id()
                    + " is not answered yet; an article is drafted from how a case was answered or a person solved it");
        }
        var asked = SentenceSplitter.split(answered(record).written()).stream()
                .filter(sentence -> !isCourtesy.test(sentence))
                .toList();
        return new Solution(title(record, asked), asked, statements, how);
    }

    private static Optional<Reply> lastReply(CaseRecord record) {
        Optional<Message> last =
                record.messages().reversed().stream().filter(Message::isAnswer).findFirst();
        return last.filter(message -> record.findEffect(message.id()).isEmpty())
                .flatMap(message -> written(record, message))
                .or(() -> record.effects().stream()
                        .filter(Effect::isAccepted)
                        .flatMap(effect -> effect.reply().stream())
                        .filter(reply -> reply.kind() != Reply.Kind.QUESTION)
                        .reduce((_, latest) -> latest));
    }

    /** Of a person who answered elsewhere the text alone is known. */
    private static Optional<Reply> written(CaseRecord record, Message answer) {
        return Optional.of(answer)
                .filter(message -> message.author() == Message.Author.PERSON
                        && !message.written().isBlank())
                .map(message -> new Reply(
                        Reply.Kind.PERSONAL,
                        record.ticket().customer(),
                        message.subject(),
                        "en",
                        SentenceSplitter.split(message.written()).stream()
                                .map(sentence -> Sentence.plain(sentence, Layout.PARAGRAPH))
                                .toList()));
    }

    /** A question of ours in the answer is none of the article's. */
    private static Stream<Statement> statements(Reply reply) {
        return reply.sentences().stream()
                .filter(sentence -> !sentence.text().strip().endsWith("?"))
                .map(sentence ->
                        new Statement(sentence.text().strip(), sentence.layout() == Layout.STEP, sentence.citations()));
    }

    private static String how(CaseRecord record) {
        return record.standing() instanceof Standing.Resolved(var _, String by, String how) && !by.equals("desk")
                ? how.strip()
                : "";
    }

    /** The first message of the customer's states the matter; what follows is thanks as often as not. */
    private static Message answered(CaseRecord record) {
        return record.messages().stream()
                .filter(Message::isFromCustomer)
                .findFirst()
                .orElseGet(record::latestFromCustomer);
    }

    private static String title(CaseRecord record, List<String> asked) {
        String subject = record.ticket()
                .subject()
                .replaceFirst("(?i)^(?:\\s*(?:re|fwd?)\\s*:)+", "")
                .strip();
        String found = asked.stream()
                .filter(sentence -> subject.isEmpty() && sentence.endsWith("?"))
                .findFirst()
                .or(() -> Optional.of(subject).filter(words -> !words.isEmpty()))
                .or(() -> asked.stream().findFirst())
                .orElse("Untitled");
        return found.length() <= LONGEST_TITLE
                ? found
                : found.substring(0, LONGEST_TITLE).strip() + "…";
    }

    /** A file's name. */
    static String slug(String title) {
        String slug = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "untitled" : slug;
    }

    /** Each sentence that was answered, then what a person said of how it was solved. */
    List<String> sentences() {
        return Stream.concat(statements.stream().map(Statement::text), SentenceSplitter.split(how).stream())
                .toList();
    }

    /** All that the answer says, as one text. */
    String text() {
        return String.join(
                        " ",
                        Stream.concat(statements.stream().map(Statement::text), Stream.of(how))
                                .toList())
                .strip();
    }
}
