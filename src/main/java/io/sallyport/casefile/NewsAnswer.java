package io.sallyport.casefile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a customer says who was told what engineering said. Only plain words count; whatever leaves a doubt is read like any
 * other message.
 */
public enum NewsAnswer {
    HELPED,
    BROKEN;

    /** Who writes more than this says more than whether it helped. */
    private static final int FEW_CHARACTERS = 160;

    /** Empty where nothing was told, where they have not answered since, and where it is not plain. */
    public static Optional<NewsAnswer> of(CaseRecord record) {
        return record.bridge() instanceof BridgeWork.Sent sent
                        && sent.bridge().round().occasion() == BridgeWork.Occasion.NEWS
                        && isAnsweredSince(record, sent.effectId())
                ? read(record)
                : Optional.empty();
    }

    private static boolean isAnsweredSince(CaseRecord record, String told) {
        return record.messages().reversed().stream()
                .takeWhile(message -> !message.id().equals(told))
                .anyMatch(Message::isFromCustomer);
    }

    private static Optional<NewsAnswer> read(CaseRecord record) {
        Message latest = record.latestFromCustomer();
        HandOverWords words = HandOverWords.in(HandOverText.languageFor(record));
        String text = latest.written().toLowerCase(Locale.ROOT);
        if (latest.attachments().isEmpty()
                && text.length() <= FEW_CHARACTERS
                && says(words, "answer.helped", text)
                && !says(words, "answer.doubt", text)) {
            return Optional.of(HELPED);
        }
        return says(words, "answer.broken", text) ? Optional.of(BROKEN) : Optional.empty();
    }

    private static boolean says(HandOverWords words, String key, String text) {
        return Pattern.compile(words.line(key), Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
