package io.sallyport.model.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an agent is told to do, the same for every case: the file {@code prompts/<room>/<agent>.md}. Loaded once and kept, so
 * that vendors can cache it and its hash tells which words an answer was given to.
 *
 * @param agent as in the Case Record: {@code billing specialist}
 * @param hash SHA-256 of the text in hexadecimal digits, the same as {@link Request#promptHash()}
 */
public record Prompt(String agent, String text, String hash) {

    public Prompt {
        if (agent.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a prompt has an agent and a text: '" + agent + "'");
        }
    }

    public static Prompt of(String agent, String text) {
        return new Prompt(agent, text, sha256(text));
    }

    /**
     * Reads {@code prompts/answer/billing-specialist.md} for the room {@code answer} and the agent {@code billing specialist}.
     *
     * @throws IllegalStateException when there is no such file
     */
    public static Prompt shipped(String room, String agent) {
        var path = "/prompts/" + room + "/" + agent.replace(' ', '-') + ".md";
        try (var file = Prompt.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("there is no prompt " + path);
            }
            return of(agent, new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the prompt " + path, e);
        }
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
