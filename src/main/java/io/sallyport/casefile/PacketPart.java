package io.sallyport.casefile;

import java.util.Arrays;
import java.util.Optional;

/** A part of a packet that some kinds of case cannot do without; which ones: {@link PacketNeeds}. */
public enum PacketPart {
    STEPS("reproduction.steps"),
    EXPECTED("reproduction.expected"),
    ACTUAL("reproduction.actual"),
    ENVIRONMENT("reproduction.environment"),
    /** What they cannot do because of it. */
    WORKFLOW("impact.workflow"),
    /** Which charge, payment or invoice it is about. */
    CHARGE("details.charge"),
    /** Which order, parcel or return. */
    ORDER("details.order"),
    /** What happened. */
    EVENT("details.event"),
    /** When that was. */
    TIME("details.time");

    private final String path;

    PacketPart(String path) {
        this.path = path;
    }

    /** Where it stands in a packet: {@code reproduction.steps}. */
    public String path() {
        return path;
    }

    /** Whether it is one of {@link Packet#details()}. */
    public boolean isDetail() {
        return path.startsWith("details.");
    }

    public static Optional<PacketPart> find(String path) {
        return Arrays.stream(values()).filter(part -> part.path.equals(path)).findFirst();
    }

    public boolean isIn(Packet packet) {
        return switch (this) {
            case STEPS ->
                packet.reproduction().stream().anyMatch(known -> !known.steps().isEmpty());
            case EXPECTED ->
                packet.reproduction().stream()
                        .anyMatch(known -> !known.expected().isBlank());
            case ACTUAL ->
                packet.reproduction().stream().anyMatch(known -> !known.actual().isBlank());
            case ENVIRONMENT ->
                packet.reproduction().stream()
                        .anyMatch(known -> !known.environment().isBlank());
            case WORKFLOW -> !packet.impact().workflow().isBlank();
            case CHARGE, ORDER, EVENT, TIME ->
                packet.details().stream()
                        .anyMatch(detail ->
                                detail.part().equals(path) && !detail.words().isBlank());
        };
    }
}
