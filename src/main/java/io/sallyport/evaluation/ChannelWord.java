package io.sallyport.evaluation;

import io.sallyport.casefile.Channel;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** How a row of messages says by which channel its message came. */
public final class ChannelWord {

    private ChannelWord() {}

    /**
     * Of the row's {@code channel}; mail where it has none.
     *
     * @throws IllegalArgumentException naming the channels there are
     */
    public static Channel of(JsonNode row) {
        JsonNode word = row.path("channel");
        if (word.isMissingNode() || word.isNull()) {
            return Channel.EMAIL;
        }
        return Arrays.stream(Channel.values())
                .filter(channel -> word(channel).equals(word.asString("").toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no channel is called '" + word.asString("")
                        + "'; there are "
                        + Arrays.stream(Channel.values()).map(ChannelWord::word).collect(Collectors.joining(", "))));
    }

    private static String word(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
