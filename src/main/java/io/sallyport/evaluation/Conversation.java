package io.sallyport.evaluation;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Findings;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Ticket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A conversation that ends with a question, the passages given to answer it from, and whether a person found that they do. */
public record Conversation(String id, List<Turn> turns, List<Given> passages, Label label) {

    private static final String CUSTOMER = "user";

    /** What a person found of the passages. */
    public enum Label {
        ANSWERABLE,
        UNANSWERABLE,
        UNDERSPECIFIED,
        PARTIAL,
        /** Nothing was asked that an answer could be looked for. */
        CONVERSATIONAL;

        private static Label of(String word) {
            return Arrays.stream(values())
                    .filter(label -> label.name().equalsIgnoreCase(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no label is called '" + word + "'; there are " + Arrays.toString(values())));
        }
    }

    public record Turn(String speaker, String text) {
        boolean isCustomer() {
            return speaker.equals(CUSTOMER);
        }
    }

    public record Given(String id, String text) {}

    public Conversation {
        turns = List.copyOf(turns);
        passages = List.copyOf(passages);
        if (turns.isEmpty() || !turns.getLast().isCustomer()) {
            throw new IllegalArgumentException(id + ": the last turn must be the " + CUSTOMER + "'s");
        }
    }

    /** What one person asked in one sitting; several rows may come from it. */
    public String sitting() {
        return id.replaceAll("<::>.*", "");
    }

    /**
     * One JSON object a line.
     *
     * @throws IllegalArgumentException naming file and line when one cannot be read
     */
    public static List<Conversation> read(Path file) throws IOException {
        return JsonLines.readSome(file, Conversation::conversation);
    }

    private static Conversation conversation(JsonNode json, String place) {
        if (!json.path("label").isString() || !json.path("conversation").isArray()) {
            throw new IllegalArgumentException("needs \"label\" (a string) and \"conversation\" (speakers and texts)");
        }
        return new Conversation(
                json.path("id").asString(place),
                list(json.path("conversation"), turn -> new Turn(text(turn, "speaker"), text(turn, "text"))),
                list(json.path("passages"), passage -> new Given(text(passage, "id"), text(passage, "text"))),
                Label.of(json.path("label").stringValue()));
    }

    private static <T> List<T> list(JsonNode array, java.util.function.Function<JsonNode, T> each) {
        return array.valueStream().map(each).toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    /** The conversation as a case at the point where its last question waits for an answer. */
    public CaseRecord record() {
        var messages = new ArrayList<Message>();
        for (Turn turn : turns) {
            messages.add(message(
                    "turn-" + messages.size(),
                    turn.isCustomer() ? Message.Author.CUSTOMER : Message.Author.DESK,
                    "",
                    turn.text()));
        }
        return waiting(Channel.WEB, "", messages, new Findings(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** A case that holds one message. */
    static CaseRecord record(Channel channel, String subject, String text, Findings findings) {
        return waiting(channel, subject, List.of(message("turn-0", Message.Author.CUSTOMER, subject, text)), findings);
    }

    private static CaseRecord waiting(Channel channel, String subject, List<Message> messages, Findings findings) {
        return CaseRecord.fresh(
                CaseId.random(),
                messages.size(),
                new Ticket("evaluation", "1", channel, "customer@evaluation.example", subject, "none"),
                Instant.EPOCH,
                messages,
                findings);
    }

    private static Message message(String id, Message.Author author, String subject, String text) {
        return new Message(id, author, "", Instant.EPOCH, subject, text, "", List.of(), Map.of());
    }
}
