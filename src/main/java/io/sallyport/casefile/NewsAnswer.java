package io.sallyport.casefile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a customer says who was told what engineering said. That it helped is believed only where nothing else is said; whatever
 * leaves a doubt is read like any other message.
 */
public enum NewsAnswer {
    HELPED,
    BROKEN;

    /** Who writes more than this says more than whether it helped. */
    private static final int FEW_CHARACTERS = 160;

    private static final Pattern CLAUSES = Pattern.compile("[.!,;:\\n。！，、；]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Here one word may be a whole sentence. */
    private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    private static final int FEW_WORDS = 5;

    /** Empty where nothing was told, where they have not answered since, and where it is not plain. */
    public static Optional<NewsAnswer> of(CaseRecord record) {
        return record.bridge() instanceof BridgeWork.Sent sent
                        && sent.bridge().round().occasion() == BridgeWork.Occasion.NEWS
                        && isAnsweredSince(record, sent.effectId())
                ? read(record, sent.effectId())
                : Optional.empty();
    }

    private static boolean isAnsweredSince(CaseRecord record, String told) {
        return after(record, told).anyMatch(Message::isFromCustomer);
    }

    /** Newest first. */
    private static Stream<Message> after(CaseRecord record, String told) {
        return record.messages().reversed().stream()
                .takeWhile(message -> !message.id().equals(told));
    }

    /** Whatever else they want is not over because the latest message does not say it again. */
    private static Optional<NewsAnswer> read(CaseRecord record, String told) {
        HandOverWords words = HandOverWords.in(HandOverText.languageFor(record));
        boolean hasHelped = Stream.concat(after(record, told), crossing(record, told))
                .filter(Message::isFromCustomer)
                .allMatch(message -> message.attachments().isEmpty()
                        && read(message.written(), words).equals(Optional.of(HELPED)));
        return hasHelped
                ? Optional.of(HELPED)
                : read(record.latestFromCustomer().written(), words).filter(answer -> answer == BROKEN);
    }

    /** What was written while the news were on their way. */
    private static Stream<Message> crossing(CaseRecord record, String told) {
        return record.findEffect(told).stream()
                .flatMap(effect -> record.messages().stream()
                        .filter(message -> message.at().isAfter(effect.intendedAt())));
    }

    static Optional<NewsAnswer> read(String written, HandOverWords words) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (text.length() <= FEW_CHARACTERS
                && says(words, "answer.helped", text)
                && !says(words, "answer.doubt", text)
                && CLAUSES.splitAsStream(text).allMatch(clause -> isOfNothingElse(words, clause.strip()))) {
            return Optional.of(HELPED);
        }
        return says(words, "answer.broken", text) ? Optional.of(BROKEN) : Optional.empty();
    }

    /** "It works now. Please call me back." asks for more than to be left alone. */
    private static boolean isOfNothingElse(HandOverWords words, String clause) {
        long length = SPACES.splitAsStream(clause).count();
        return (says(words, "answer.helped", clause) && length <= FEW_WORDS)
                || says(words, "answer.thanks", clause)
                || (length <= 1 && !UNSPACED.matcher(clause).find());
    }

    private static boolean says(HandOverWords words, String key, String text) {
        return Pattern.compile(words.line(key), Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
