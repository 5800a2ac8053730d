package io.sallyport.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a list that asks for itself shows, in a word that changes when it does, and once a minute where only its times do. */
final class ListSeen {

    private ListSeen() {}

    static String of(Stream<?> shown) {
        String all = shown.map(String::valueOf).collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** How a time read when the minute began: lines that turn a minute older one by one change the list together. */
    static String words(Instant at, Instant now) {
        return Moment.of(at, now.truncatedTo(ChronoUnit.MINUTES)).near();
    }
}
