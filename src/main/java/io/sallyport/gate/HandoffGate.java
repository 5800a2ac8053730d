package io.sallyport.gate;

import io.sallyport.casefile.Amount;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.PacketNeeds;
import io.sallyport.casefile.PacketPart;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Verdict;
import io.sallyport.casefile.Verdict.Flag;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what people get with a case: stops a packet that lacks what its kind of case needs, and one that says what the case
 * does not bear. What it stops is still theirs, with what is wrong with it.
 */
public final class HandoffGate implements Gate<Packet> {

    public static final String NAME = "handoff";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict judge(CaseRecord record, Packet packet) {
        var flags = new ArrayList<Flag>(unborne(record, packet));
        List<PacketPart> lacking = PacketNeeds.lacking(record, packet);
        if (!flags.isEmpty()) {
            lacking.stream().map(HandoffGate::flag).forEach(flags::add);
            return new Verdict.Stop(NAME, flags.getFirst().why(), flags);
        }
        if (!lacking.isEmpty()) {
            return new Verdict.Stop(
                    NAME,
                    "incomplete: " + lacking.stream().map(PacketPart::path).collect(Collectors.joining(", ")),
                    lacking.stream().map(HandoffGate::flag).toList());
        }
        return Verdict.pass(NAME, "has what this kind of case needs", "says nothing that the case does not bear");
    }

    private static Flag flag(PacketPart part) {
        return new Flag("", "it lacks " + part.path());
    }

    private static List<Flag> unborne(CaseRecord record, Packet packet) {
        var known = CaseWords.of(record);
        var flags = new ArrayList<Flag>();
        packet.words().stream()
                .filter(quote -> !known.isCustomers(quote.messageId(), quote.words()))
                .forEach(quote -> flags.add(misquoted(quote.words())));
        quoted(packet)
                .filter(words -> !known.isCustomers("", words))
                .map(HandoffGate::misquoted)
                .forEach(flags::add);
        packet.communication().stream()
                .filter(said -> !isSaid(record, said))
                .forEach(said -> flags.add(new Flag(said.text(), "nobody said that on this case")));
        told(packet)
                .forEach(text -> known.findUnborne(text)
                        .ifPresent(what -> flags.add(new Flag(text, "the case does not hold '" + what + "'"))));
        flags.addAll(figures(record, packet));
        return flags;
    }

    /** What a packet gives as the customer's own words. */
    private static Stream<String> quoted(Packet packet) {
        Stream<String> reproduction = packet.reproduction().stream()
                .flatMap(known -> Stream.concat(
                        known.steps().stream(), Stream.of(known.expected(), known.actual(), known.environment())));
        return Stream.of(
                        reproduction,
                        packet.details().stream().map(Packet.Detail::words),
                        Stream.of(packet.impact().workflow()))
                .flatMap(all -> all)
                .filter(words -> !words.isBlank());
    }

    /** What a packet tells in other words. */
    private static Stream<String> told(Packet packet) {
        return Stream.concat(
                Stream.of(packet.problem(), packet.nextStep(), packet.ask().what()),
                packet.tried().stream().flatMap(tried -> Stream.of(tried.what(), tried.result())));
    }

    private static Flag misquoted(String words) {
        return new Flag(words, "the customer did not write that");
    }

    private static boolean isSaid(CaseRecord record, Packet.Said said) {
        return record.thread().stream()
                .anyMatch(message -> message.author() == said.author()
                        && message.at().equals(said.at())
                        && message.written().equals(said.text())
                        && isPromised(message, said));
    }

    /** A promise stands in the words that made it. */
    private static boolean isPromised(Message message, Packet.Said said) {
        String flat = SentenceSplitter.flat(message.written());
        return SentenceSplitter.split(said.promised()).stream().allMatch(flat::contains);
    }

    private static List<Flag> figures(CaseRecord record, Packet packet) {
        var flags = new ArrayList<Flag>();
        int known = Packet.customersWith(record);
        if (packet.impact().customers() > known) {
            flags.add(new Flag(
                    packet.impact().customers() + " customers", "the case knows of " + known + " who have it"));
        }
        boolean isTheirs = packet.impact().revenueAtRisk().stream()
                .allMatch(amount -> record.findings().triage().map(HandoffGate::revenue).stream()
                        .anyMatch(amount::equals));
        if (!isTheirs) {
            flags.add(new Flag(
                    packet.impact().revenueAtRisk().map(Amount::toString).orElse(""),
                    "the customer's yearly revenue is another"));
        }
        return flags;
    }

    private static Amount revenue(Triage triage) {
        return new Amount(
                triage.customer().annualRevenueMinor(), triage.customer().currency());
    }
}
