package io.sallyport.intake.screening;

import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Screening.Automatic;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whether a machine wrote a message: by the headers that RFC 3834 and custom give for it, else by wording. Wording
 * alone must be strong, for a person taken for a machine gets no answer; where a header stands in people's mail, too, it
 * only adds to the wording.
 */
public final class AutomaticMail {

    /** Two strong cues, or one from the sender or the subject that a person would hardly produce. */
    private static final int ENOUGH = 3;

    /** Machines write short; further down a cue is more likely something that a person quotes. */
    private static final int HEAD = 1_500;

    private static final int WEIGHT_OF_HINT = 1;

    /** Written by the watcher on what goes on with a conversation, as no newsletter does. */
    private static final String ANSWER = "x-sallyport-answer";

    private AutomaticMail() {}

    /** @param ownAddresses the desk's own, lower case */
    public static Automatic judge(Message message, Channel channel, Set<String> ownAddresses) {
        var headers = new MailHeaders(message, ownAddresses);
        return headers.judge()
                .filter(kind -> isPossible(kind, message))
                .or(() -> byWording(message, channel, headers.hints()))
                .orElse(Automatic.NONE);
    }

    private static boolean isPossible(Automatic kind, Message message) {
        return kind != Automatic.BULK || !message.headers().containsKey(ANSWER);
    }

    private static Optional<Automatic> byWording(Message message, Channel channel, Set<Automatic> hints) {
        boolean mail = channel == Channel.EMAIL;
        Map<Automatic, Integer> weights = new EnumMap<>(Automatic.class);
        hints.forEach(kind -> weights.put(kind, WEIGHT_OF_HINT));
        String text = head(message.written() + "\n" + message.setAside());
        for (Cue cue : Cue.ALL) {
            if ((mail || !cue.onlyInMail()) && cue.isIn(message.from(), message.subject(), text)) {
                weights.merge(cue.kind(), cue.weight(), Integer::sum);
            }
        }
        int human = weights.getOrDefault(Automatic.NONE, 0);
        // From the most telling kind to the least: a bounce quotes what it returns.
        return Stream.of(Automatic.BOUNCE, Automatic.OUT_OF_OFFICE, Automatic.AUTO_REPLY, Automatic.BULK)
                .filter(kind -> isPossible(kind, message) && weights.getOrDefault(kind, 0) - human >= ENOUGH)
                .findFirst()
                .or(() -> machineAtLarge(weights, human));
    }

    /** No kind alone is certain, but together they leave no person. */
    private static Optional<Automatic> machineAtLarge(Map<Automatic, Integer> weights, int human) {
        int away = weights.getOrDefault(Automatic.OUT_OF_OFFICE, 0);
        int reply = weights.getOrDefault(Automatic.AUTO_REPLY, 0);
        if (away + reply - human < ENOUGH || away == 0) {
            return Optional.empty();
        }
        return Optional.of(Automatic.OUT_OF_OFFICE);
    }

    private static String head(String text) {
        return text.length() > HEAD ? text.substring(0, HEAD).toLowerCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
    }
}
