package io.sallyport.escalation;

import io.sallyport.casefile.Amount;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.ErrandWork;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Packet.Impact;
import io.sallyport.casefile.Packet.Missing;
import io.sallyport.casefile.Packet.Reproduction;
import io.sallyport.casefile.PacketNeeds;
import io.sallyport.casefile.PacketPart;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.packet.Attempts;
import io.sallyport.escalation.packet.Communication;
import io.sallyport.escalation.packet.Details;
import io.sallyport.escalation.packet.NextStep;
import io.sallyport.escalation.packet.Problem;
import io.sallyport.escalation.packet.Quoted;
import io.sallyport.triage.DueTimes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers by rule, from the Case Record and what research found, everything that a person who gets a case needs, and calls those
 * on call. May be shared between threads.
 */
public final class Packager {

    private static final int PASSAGES = 6;

    private static final Set<PacketPart> REPRODUCTION =
            Set.of(PacketPart.STEPS, PacketPart.EXPECTED, PacketPart.ACTUAL, PacketPart.ENVIRONMENT);

    private final DueTimes dueTimes;
    private final InstantSource clock;

    public Packager(DueTimes dueTimes, InstantSource clock) {
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /**
     * @param evidence that research found for this case
     * @param gates every gate's verdict on a packet
     */
    public Fact.Packaged pack(CaseRecord record, Evidence evidence, Function<Packet, List<Verdict>> gates) {
        Optional<Brief> brief = record.handOver().brief();
        Packet packet = packet(record, evidence, brief);
        List<Verdict> verdicts = gates.apply(packet);
        return brief.isPresent() && isUnborne(verdicts, brief.get())
                ? pack(packet(record, evidence, Optional.empty()), gates)
                : new Fact.Packaged(packet, verdicts);
    }

    private static Fact.Packaged pack(Packet packet, Function<Packet, List<Verdict>> gates) {
        return new Fact.Packaged(packet, gates.apply(packet));
    }

    /** What a model says that the case does not bear reaches nobody; the customer's own sentences do. */
    private static boolean isUnborne(List<Verdict> verdicts, Brief brief) {
        Set<String> claims = Stream.of(brief.problem(), brief.nextStep()).collect(Collectors.toSet());
        return verdicts.stream()
                .flatMap(verdict -> verdict instanceof Verdict.Stop stop ? stop.flagged().stream() : Stream.empty())
                .anyMatch(flag -> claims.contains(flag.sentence()));
    }

    private Packet packet(CaseRecord record, Evidence evidence, Optional<Brief> brief) {
        Set<PacketPart> needed = PacketNeeds.of(record);
        var details = Details.in(record, needed);
        Packet filled = new Packet(
                brief.map(Brief::problem).orElseGet(() -> Problem.of(record)),
                priority(record),
                impact(record, details),
                Attempts.of(record),
                needed.stream().anyMatch(REPRODUCTION::contains)
                        ? Optional.of(details.reproduction())
                        : Optional.<Reproduction>empty(),
                details.of(needed),
                evidence.passages().stream().limit(PASSAGES).toList(),
                Quoted.of(record),
                moods(record),
                flags(record),
                Communication.of(record),
                drafts(record),
                brief.map(Brief::nextStep).orElseGet(() -> NextStep.of(record)),
                owner(record),
                new Packet.Ask(NextStep.ask(record), due(record)),
                List.of());
        return filled.lacking(PacketNeeds.lacking(record, filled).stream()
                .map(part -> new Missing(part.path(), HandOverText.question(part)))
                .toList());
    }

    private static Impact impact(CaseRecord record, Details details) {
        Optional<Triage> triage = record.findings().triage();
        return Impact.of(
                record, details.workflow(), triage.map(Triage::customer).flatMap(Packager::atRisk));
    }

    private static Optional<Amount> atRisk(Customer customer) {
        boolean isAtRisk = customer.isVip() || customer.isAtRisk();
        return isAtRisk && customer.annualRevenueMinor() > 0
                ? Optional.of(new Amount(customer.annualRevenueMinor(), customer.currency()))
                : Optional.empty();
    }

    /** How they sounded at each hand-over of this case, and now. */
    private static List<Packet.Felt> moods(CaseRecord record) {
        var felt = new ArrayList<>(record.handOver().packet().map(Packet::moods).orElse(List.of()));
        record.findings()
                .triage()
                .map(triage -> new Packet.Felt(record.latestFromCustomer().at(), triage.mood()))
                .filter(now -> !felt.contains(now))
                .ifPresent(felt::add);
        return felt;
    }

    private static List<String> flags(CaseRecord record) {
        return record.findings().triage().map(Triage::customer).stream()
                .flatMap(customer -> Stream.of(
                        customer.isVip() ? "VIP" : "",
                        customer.isAtRisk() ? "at risk" : "",
                        customer.isKnown() ? "tier " + customer.tier() : "not in the customer directory"))
                .filter(flag -> !flag.isEmpty())
                .toList();
    }

    private static List<Packet.Written> drafts(CaseRecord record) {
        List<Verdict.Flag> handed =
                record.standing() instanceof Standing.WithPeople people ? people.flags() : List.of();
        AnswerWork answer = record.answer().shown();
        return answer
                .findDraft()
                .map(draft -> new Packet.Written(
                        draft.reply().text(),
                        Stream.of(draft.stopped(), stops(answer), handed)
                                .flatMap(List::stream)
                                .distinct()
                                .toList()))
                .stream()
                .toList();
    }

    private static List<Verdict.Flag> stops(AnswerWork answer) {
        return answer.verdicts().stream()
                .flatMap(verdict -> verdict instanceof Verdict.Stop stop
                        ? stop.flagged().isEmpty()
                                ? Stream.of(new Verdict.Flag("", stop.gate() + ": " + stop.reason()))
                                : stop.flagged().stream()
                        : Stream.empty())
                .toList();
    }

    private static String owner(CaseRecord record) {
        return record.standing() instanceof Standing.WithPeople people
                ? people.owner().orElse(people.queue())
                : "";
    }

    private static Priority priority(CaseRecord record) {
        return record.findings().triage().map(Triage::priority).orElse(Priority.P3);
    }

    /**
     * When a first answer is due: no later than if its priority, which a person may have raised, were known from now on; what
     * was due in the past, as after an outage, is due anew.
     */
    private Instant due(CaseRecord record) {
        Instant now = clock.instant();
        Instant anew = dueTimes.of(priority(record), now).firstAnswerDue();
        return record.findings()
                .triage()
                .map(triage -> triage.sla().firstAnswerDue())
                .filter(now::isBefore)
                .filter(anew::isAfter)
                .orElse(anew);
    }

    /** Who is on call learns that there is something and where, and nothing of whoever wrote it. */
    public Fact.PagePlanned page(CaseRecord record) {
        if (!(record.standing() instanceof Standing.WithPeople people)) {
            return new Fact.PagePlanned(Optional.empty());
        }
        String reasons = people.triggers().stream()
                .map(Trigger::kind)
                .map(Trigger.Kind::label)
                .distinct()
                .collect(Collectors.joining(", "));
        String title = priority(record) + ": " + record.id().value() + " needs somebody now";
        String text = "Case: " + record.id().value() + "\nPriority: " + priority(record) + "\nReason: "
                + (reasons.isEmpty() ? "priority" : reasons) + "\nQueue: " + people.queue() + "\nWhere: /console/cases/"
                + record.id().value();
        String handOver = "hand-over " + record.handOver().since();
        long before = record.handOver().errands().stream()
                .map(ErrandWork::errand)
                .filter(errand ->
                        errand.kind() == Errand.Kind.PAGE && errand.occasion().startsWith(handOver))
                .count();
        String occasion = before == 0 ? handOver : handOver + ", again " + before;
        return new Fact.PagePlanned(Optional.of(new Errand(Errand.Kind.PAGE, occasion, "", title, text)));
    }
}
