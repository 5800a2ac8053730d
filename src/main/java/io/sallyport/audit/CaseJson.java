package io.sallyport.audit;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.ErrandWork;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.HandOver;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Proposal;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** Events and records as JSON. Property order is fixed, so the same fact is always the same text. */
public final class CaseJson {

    private static final Map<String, Class<?>> FACTS = byName(Fact.class);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            // Records speak by their components alone; what is derived is not written down.
            .changeDefaultVisibility(by -> by.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(CaseId.class, CaseIdAsText.class)
            .addMixIn(Verdict.class, Tagged.class)
            .addMixIn(Delivery.class, Tagged.class)
            .addMixIn(Standing.class, Tagged.class)
            .addMixIn(AnswerWork.class, Tagged.class)
            .addMixIn(AnswerWork.Researched.class, WithoutStopped.class)
            .addMixIn(HandOver.Correction.class, WithoutAlarm.class)
            .addMixIn(ActionWork.class, Tagged.class)
            .addMixIn(BridgeWork.class, Tagged.class)
            .registerSubtypes(names(BridgeWork.class))
            .addMixIn(ErrandWork.Stage.class, Tagged.class)
            .registerSubtypes(names(ErrandWork.Stage.class))
            .addMixIn(ActionWork.Held.class, WithoutHeard.class)
            .addMixIn(Approval.class, WithoutUnheard.class)
            .addMixIn(Effect.class, TaggedContent.class)
            .registerSubtypes(names(Proposal.class))
            .registerSubtypes(names(ActionWork.class))
            .registerSubtypes(names(Verdict.class))
            .registerSubtypes(names(Delivery.class))
            .registerSubtypes(names(Standing.class))
            .registerSubtypes(names(AnswerWork.class))
            .build();

    private static final JsonMapper SHARED =
            MAPPER.rebuild().addMixIn(Ticket.class, WithoutLink.class).build();

    private CaseJson() {}

    /** The fact's name in the event table and in exports: {@code reply-composed}. */
    public static String kind(Fact fact) {
        return name(fact.getClass());
    }

    public static String body(Fact fact) {
        return MAPPER.writeValueAsString(fact);
    }

    /**
     * Reads a fact back.
     *
     * @throws IllegalArgumentException when the kind is unknown or the body does not fit it
     */
    public static Fact fact(String kind, String body) {
        Class<?> type = FACTS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("unknown kind of event '" + kind + "'");
        }
        try {
            return (Fact) MAPPER.readValue(body, type);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(
                    "unreadable " + kind + ": " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    /** The link of the chain that this event is: over its predecessor's hash and everything it says. */
    public static String hash(CaseEvent event) {
        return hash(event, body(event.fact()));
    }

    /** @param body the event's fact, {@linkplain #body(Fact) written} already */
    public static String hash(CaseEvent event, String body) {
        return hash(
                event.previousHash(),
                event.caseId().value(),
                event.seq(),
                event.at().toString(),
                event.actor().kind().name(),
                event.actor().name(),
                kind(event.fact()),
                body);
    }

    static String hash(
            String previous,
            String caseId,
            long seq,
            String at,
            String actorKind,
            String actor,
            String kind,
            String body) {
        return ChainHash.of(previous, caseId, Long.toString(seq), at, actorKind, actor, kind, body);
    }

    /** The whole case as one document, as {@code schemas/case-record.schema.json} describes it. */
    public static String export(CaseRecord record, List<CaseEvent> events) {
        return export(MAPPER, record, events);
    }

    /** The same for other programs: without the link, as whoever has it writes as the customer does. */
    public static String exportWithoutLink(CaseRecord record, List<CaseEvent> events) {
        return export(SHARED, record, events);
    }

    private static String export(JsonMapper mapper, CaseRecord record, List<CaseEvent> events) {
        return mapper.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Export(
                        "sallyport.case-record/1",
                        record,
                        events.stream().map(Entry::of).toList()));
    }

    /**
     * What people got with a case, as {@code schemas/packet.schema.json} describes it.
     *
     * @param verdicts of the gate that read it
     */
    public static String export(CaseId id, Packet packet, List<Verdict> verdicts) {
        return MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new PacketExport("sallyport.packet/1", id, packet, verdicts));
    }

    private record PacketExport(String format, CaseId caseId, Packet packet, List<Verdict> verdicts) {}

    private record Export(String format, CaseRecord record, List<Entry> events) {}

    private record Entry(
            long seq,
            String at,
            String actorKind,
            String actor,
            String kind,
            Fact body,
            String previousHash,
            String hash) {
        static Entry of(CaseEvent event) {
            return new Entry(
                    event.seq(),
                    event.at().toString(),
                    event.actor().kind().name(),
                    event.actor().name(),
                    CaseJson.kind(event.fact()),
                    event.fact(),
                    event.previousHash(),
                    event.hash());
        }
    }

    private static Map<String, Class<?>> byName(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).collect(Collectors.toMap(CaseJson::name, type -> type));
    }

    private static NamedType[] names(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(type -> new NamedType(type, name(type)))
                .toArray(NamedType[]::new);
    }

    /** {@code ReplyComposed} becomes {@code reply-composed}. */
    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Tagged {}

    private abstract static class TaggedContent {
        @SuppressWarnings("UnusedMethod") // a mix-in: only its shape is read
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
        abstract Proposal content();

        @SuppressWarnings("UnusedMethod") // a mix-in: only its shape is read
        @JsonIgnore
        abstract OptionalInt heard();

        @SuppressWarnings("UnusedMethod") // a mix-in: only its shape is read
        @JsonIgnore
        abstract OptionalInt begun();
    }

    private abstract static class WithoutHeard {
        @SuppressWarnings("UnusedMethod") // a mix-in: only its shape is read
        @JsonIgnore
        abstract int heard();
    }

    private abstract static class WithoutUnheard {
        @SuppressWarnings("UnusedMethod") // a mix-in: only its shape is read
        @JsonIgnore
        abstract OptionalInt unheard();
    }

    private abstract static class WithoutStopped {
        @SuppressWarnings("UnusedMethod") // a mix-in: only its shape is read
        @JsonIgnore
        abstract Optional<AnswerWork.Judged> stopped();
    }

    private abstract static class WithoutAlarm {
        @SuppressWarnings("UnusedMethod") // a mix-in: only its shape is read
        @JsonIgnore
        abstract boolean isUnheard();
    }

    private abstract static class WithoutLink {
        @SuppressWarnings("UnusedMethod") // a mix-in: only its shape is read
        @JsonIgnore
        abstract String link();
    }

    private abstract static class CaseIdAsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        CaseIdAsText(@SuppressWarnings("UnusedVariable") String value) {} // a mix-in: only its shape is read

        @JsonValue
        abstract String value();
    }
}
