package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Amount;
import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Packet.Tried;
import io.sallyport.casefile.PacketPart;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.ErrandGate;
import io.sallyport.gate.HandoffGate;
import io.sallyport.testkit.HandedOver;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.SettableClock;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PackagerTest {

    private static final String WHOLE = """
            Hello,

            when I open Reports and click Export, the page stays blank and I see "error 502". It should download a file.
            I cleared the cache and tried another browser, but nothing changed.
            We cannot send the monthly report to our customers. It is Chrome 129 on Windows 11.

            Kind regards
            Mara""";

    private final DueTimes dueTimes = new DueTimes(new BusinessCalendar(ZoneId.of("UTC")));
    private final Packager packager = new Packager(dueTimes, new SettableClock(HandedOver.AT));

    private Fact.Packaged pack(CaseRecord record) {
        return packager.pack(
                record,
                new Evidence("", List.of(), List.of()),
                packet -> List.of(new HandoffGate().judge(record, packet)));
    }

    private static List<String> missing(Fact.Packaged packaged) {
        return packaged.packet().missing().stream().map(Packet.Missing::part).toList();
    }

    @Test
    void findsEveryPartInWhatTheCustomerWrote() {
        var packaged = pack(HandedOver.of(Category.BUG, Priority.P2).saying(WHOLE));
        Packet packet = packaged.packet();
        assertThat(packaged.verdicts()).allMatch(Verdict::isPass);
        assertThat(packet.isComplete()).isTrue();
        var reproduction = packet.reproduction().orElseThrow();
        assertThat(reproduction.steps()).first().asString().startsWith("when I open Reports and click Export");
        assertThat(reproduction.expected()).isEqualTo("It should download a file.");
        assertThat(reproduction.environment()).isEqualTo("It is Chrome 129 on Windows 11.");
        assertThat(packet.impact().workflow()).isEqualTo("We cannot send the monthly report to our customers.");
        assertThat(packet.tried())
                .containsExactly(new Tried("I cleared the cache and tried another browser", "nothing changed."));
        assertThat(packet.problem()).doesNotContain("Hello").doesNotContain("Kind regards");
    }

    @Test
    void aStoppedDraftComesWithTheGatesReasonsThoughNoOtherOneCouldBeWritten() {
        HandedOver handedOver = HandedOver.of(Category.BUG, Priority.P3);
        var nothing = new Evidence("", List.of(), List.of());
        CaseRecord record = handedOver.sayingThen(
                List.of(
                        new Fact.EvidenceGathered(nothing),
                        new Fact.ReplyComposed(
                                ScriptedAgents.reply(handedOver.saying(WHOLE), "We open at ten."), 0.9, "scripted"),
                        new Fact.ReplyJudged("", List.of(Verdict.stop("grounding", "no article says it"))),
                        new Fact.EvidenceGathered(nothing)),
                WHOLE);

        assertThat(pack(record).packet().drafts())
                .containsExactly(new Packet.Written(
                        "We open at ten.", List.of(new Verdict.Flag("", "grounding: no article says it"))));
    }

    @Test
    void saysWhatIsMissingWithTheQuestionThatGetsIt() {
        var packaged = pack(HandedOver.of(Category.BUG, Priority.P3).saying("The export is broken."));
        assertThat(missing(packaged))
                .containsExactly(PacketPart.STEPS.path(), PacketPart.EXPECTED.path(), PacketPart.ENVIRONMENT.path());
        assertThat(packaged.packet().missing()).allMatch(part -> part.question().endsWith("?"));
        assertThat(packaged.verdicts()).noneMatch(Verdict::isPass);
        assertThat(Verdict.reason(packaged.verdicts())).startsWith("incomplete: reproduction.steps");
    }

    /** Of office time only the calendar knows. */
    @Test
    void whatAPersonFoundGraverIsDueAsItsPriorityIs() {
        Triage read = HandedOver.of(Category.BUG, Priority.P4).saying(WHOLE).triage();
        var slow = new Triage(
                read.classification(),
                read.urgency(),
                read.impressions(),
                read.mood(),
                read.customer(),
                read.related(),
                dueTimes.of(Priority.P4, HandedOver.AT));
        var graver = new Fact.Reclassified(Optional.empty(), Optional.of(Priority.P3), Optional.empty(), "read it");
        assertThat(askedBy(List.of(new Fact.Triaged(slow))))
                .isEqualTo(dueTimes.of(Priority.P4, HandedOver.AT).firstAnswerDue());
        assertThat(askedBy(List.of(new Fact.Triaged(slow), graver)))
                .isEqualTo(dueTimes.of(Priority.P3, HandedOver.AT).firstAnswerDue());
    }

    private Instant askedBy(List<Fact> further) {
        return pack(HandedOver.of(Category.BUG, Priority.P4).sayingThen(further, WHOLE))
                .packet()
                .ask()
                .by();
    }

    @Test
    void asksNothingOfSomebodyWhoMayBeInDanger() {
        var safety = new Trigger(Trigger.Kind.SAFETY, "hurt");
        var packaged =
                pack(HandedOver.of(Category.BUG, Priority.P1, safety).saying("It makes me want to hurt myself."));
        assertThat(packaged.packet().isComplete()).isTrue();
        assertThat(packaged.packet().nextStep()).startsWith("Call them");
    }

    @ParameterizedTest
    @CsvSource({
        "BILLING, You charged me twice., details.charge",
        "BILLING, You charged me twice on 3 March., ''",
        "BILLING, How do I add a tax number?, ''",
        "RETURNS_AND_ORDERS, My parcel never arrived., details.order",
        "RETURNS_AND_ORDERS, My parcel for order 48213 never arrived., ''",
        "DATA, Where do you keep my readings?, ''",
        "HOW_TO, How do I pair it?, ''"
    })
    void needsWhatItsKindOfCaseNeeds(Category category, String text, String expected) {
        var packaged = pack(HandedOver.of(category, Priority.P3).saying(text));
        assertThat(String.join(" ", missing(packaged))).isEqualTo(expected);
    }

    @Test
    void tellsWhatIsAtStakeWithACustomerWhoMatters() {
        var fleet = new Customer("mara@example.com", "Mara Lind", "fleet", true, false, 1_200_000, "USD");
        var packet = pack(HandedOver.of(Category.HOW_TO, Priority.P3)
                        .from(fleet)
                        .saying("How do I pair it?"))
                .packet();
        assertThat(packet.impact().revenueAtRisk()).contains(new Amount(1_200_000, "USD"));
        assertThat(packet.flags()).containsExactly("VIP", "tier fleet");
    }

    @Test
    void quotesTheWordsThatBroughtItToPeople() {
        var legal = new Trigger(Trigger.Kind.LEGAL, "my lawyer");
        var packet = pack(HandedOver.of(Category.BILLING, Priority.P3, legal)
                        .saying("I paid 40 dollars on Monday. My lawyer will write to you. Goodbye for now, then."))
                .packet();
        assertThat(packet.words()).containsExactly(new Packet.Quote("m-1", "My lawyer will write to you."));
    }

    @Test
    void theyWaitSinceWhatNoAnswerFollowedAndNotSinceTheCaseWasOpened() {
        Instant later = HandedOver.AT.plus(Duration.ofDays(60));
        CaseRecord record = HandedOver.of(Category.BUG, Priority.P3)
                .sayingThen(
                        List.of(
                                said(Message.Author.PERSON, later.minusSeconds(60)),
                                said(Message.Author.CUSTOMER, later),
                                said(Message.Author.BRIDGE, later.plusSeconds(60)),
                                said(Message.Author.CUSTOMER, later.plusSeconds(120))),
                        WHOLE);
        assertThat(pack(record).packet().impact().waitingSince()).isEqualTo(later);
        assertThat(Packet.bare(record).impact().waitingSince()).isEqualTo(later);
    }

    private static Fact said(Message.Author author, Instant at) {
        return new Fact.MessageReceived(new Message(
                author + " " + at, author, "", at, "A question", "It stays blank.", "", List.of(), Map.of()));
    }

    @Test
    void saysSinceWhenPeopleHaveIt() {
        CaseRecord record = HandedOver.of(Category.BUG, Priority.P3).saying(WHOLE);
        Packet packet = pack(record).packet();
        assertThat(packet.impact().inQueueSince()).contains(HandedOver.AT);
        assertThat(Packet.bare(record).impact().inQueueSince()).contains(HandedOver.AT);
    }

    private Packet packetWithBrief(String problem) {
        var brief = new Brief("a model", "0".repeat(64), problem, List.of(), List.of(), "Look at the export.");
        return pack(HandedOver.of(Category.BUG, Priority.P3).sayingThen(List.of(new Fact.Briefed(brief)), WHOLE))
                .packet();
    }

    @Test
    void aModelsBriefStandsInItWhereTheCaseBearsIt() {
        Packet packet = packetWithBrief("The export shows error 502.");
        assertThat(packet.problem()).isEqualTo("The export shows error 502.");
        assertThat(packet.nextStep()).isEqualTo("Look at the export.");
        assertThat(packetWithBrief("The export shows error 503.").problem()).startsWith("when I open Reports");
    }

    @Test
    void saysHowManyCustomersHaveItWhereTheCaseIsOneOfACluster() {
        CaseRecord record = HandedOver.of(Category.BUG, Priority.P3)
                .sayingThen(List.of(new Fact.ClusterJoined("CL1", 7, Priority.P2)), WHOLE);
        var packaged = pack(record);
        assertThat(packaged.packet().impact().customers()).isEqualTo(7);
        assertThat(packaged.packet().severity()).isEqualTo(Priority.P2);
        assertThat(packaged.verdicts()).allMatch(Verdict::isPass);
    }

    @Test
    void thePageHoldsNothingOfWhoeverWrote() {
        var p1 = new Trigger(Trigger.Kind.P1, "flood");
        var fleet = new Customer("mara@example.com", "Mara Lind", "fleet", true, false, 1_200_000, "USD");
        CaseRecord record =
                HandedOver.of(Category.BUG, Priority.P1, p1).from(fleet).saying("There is a flood in our cellar.");
        Errand page = packager.page(record).page().orElseThrow();
        assertThat(page.title()).isEqualTo("P1: " + record.id().value() + " needs somebody now");
        assertThat(page.text()).contains("p1", "technical").doesNotContain("flood", "Mara", "mara@example.com");
        assertThat(new ErrandGate().judge(record, page).isPass()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Trigger.Kind.class)
    void whatItAdvisesForAnyReasonPassesTheGate(Trigger.Kind kind) {
        for (Category category : Category.values()) {
            var packaged = pack(HandedOver.of(category, Priority.P3, new Trigger(kind, "because"))
                    .saying(WHOLE));
            assertThat(packaged.verdicts())
                    .allSatisfy(verdict -> assertThat(verdict.isPass()
                                    || Verdict.reason(List.of(verdict)).startsWith("incomplete: "))
                            .as("%s %s", category, verdict)
                            .isTrue());
        }
    }
}
