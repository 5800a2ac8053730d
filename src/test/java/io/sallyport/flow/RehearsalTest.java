package io.sallyport.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Rehearsal;
import io.sallyport.casefile.Rehearsal.Until;
import io.sallyport.casefile.Standing;
import io.sallyport.escalation.EscalationWriter;
import io.sallyport.model.language.Role;
import io.sallyport.testkit.BridgingAgents;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.PackingAgents;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.SettableClock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class RehearsalTest {

    private final List<ScriptedGate> gates = ScriptedGate.required();
    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), gates);
    private final Rehearsal rehearsal = desk.desk().rehearsal();

    @AfterEach
    void close() {
        desk.close();
    }

    private CaseRecord ticket(String text) {
        return desk.load(desk.ticket(text));
    }

    /** Where the desk takes it is where the rehearsal took it, for every mode of the lane and every kind of message. */
    @ParameterizedTest
    @EnumSource(LaneMode.class)
    void endsWhereTheDeskEnds(LaneMode mode) {
        desk.mode(mode);
        for (String text :
                List.of("When do you open?", "unknown", "auto-reply", "person please", "noticed late", "flood")) {
            CaseId id = desk.ticket(text);
            // With the lane off the desk writes nothing; what it would write is still to be seen.
            Until end = mode == LaneMode.OFF ? Until.HANDED_OVER : Until.AT_THE_DOOR;
            Standing rehearsed = rehearsal.play(desk.load(id), end).record().standing();
            desk.runUntilQuiet();
            Standing done = desk.load(id).standing();
            assertThat(rehearsed.label()).as(text).isEqualTo(done.label());
            if (done instanceof Standing.WithPeople people) {
                assertThat(((Standing.WithPeople) rehearsed).why()).isEqualTo(people.why());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Until.class)
    void changesNothingAndSendsNothing(Until until) {
        desk.mode(LaneMode.AUTO);
        CaseRecord answered = ticket("When do you open?");
        desk.runUntilQuiet();
        CaseRecord open = ticket("When do you open?");
        int posted = desk.channel().posted().size();
        var before = desk.database().contents();
        rehearsal.play(open, until);
        rehearsal.play(desk.load(answered.id()), until);
        rehearsal.next(open);
        assertThat(desk.database().contents()).isEqualTo(before);
        assertThat(desk.channel().posted()).hasSize(posted);
    }

    @Test
    void withTheLaneOffThereIsADraftToLookAt() {
        desk.mode(LaneMode.OFF);
        var played = rehearsal.play(ticket("When do you open?"), Until.AT_THE_DOOR);
        assertThat(played.drafts()).hasSize(1);
        assertThat(played.isForced()).isTrue();
        assertThat(((Standing.WithPeople) played.record().standing()).why()).isEqualTo("the answer lane is off");
    }

    @Test
    void aCaseForPeopleHasADraftThatDoesNotLeave() {
        desk.mode(LaneMode.AUTO);
        var played = rehearsal.play(ticket("person please"), Until.AT_THE_DOOR);
        assertThat(played.isForced()).isTrue();
        assertThat(played.drafts()).hasSize(1);
        assertThat(played.route().orElseThrow().triggers()).hasSize(1);
        assertThat(played.record().standing()).isInstanceOf(Standing.WithPeople.class);
    }

    @Test
    void everyDraftThatWasStoppedIsShown() {
        gates.getFirst().stopOn(ScriptedAgents.QUOTE);
        var played = rehearsal.play(ticket("When do you open?"), Until.AT_THE_DOOR);
        assertThat(played.drafts()).hasSize(TicketLife.DRAFTS);
        assertThat(played.record().standing()).isInstanceOf(Standing.WithPeople.class);
    }

    @Test
    void whoeverAsksForItGetsThePacketOfACaseThatTheDeskWouldAnswer() {
        desk.mode(LaneMode.AUTO);
        var played = rehearsal.play(ticket("When do you open?"), Until.HANDED_OVER);
        assertThat(played.isForced()).isTrue();
        assertThat(played.record().standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(rehearsal.play(ticket("person please"), Until.HANDED_OVER).isForced())
                .isFalse();
    }

    @Test
    void theRehearsedPacketIsTheOneThatTheDeskMakes() {
        var clock = new SettableClock(DeskKit.MONDAY_MORNING);
        try (var packing = DeskKit.on(clock, PackingAgents.on(clock, "en"), gates, false)) {
            CaseId id = packing.ticket("The export is broken. We cannot send our reports.");
            var rehearsed = packing.desk()
                    .rehearsal()
                    .play(packing.load(id), Until.HANDED_OVER)
                    .packed();
            packing.runUntilQuiet();
            assertThat(packing.cases().events(id))
                    .extracting(CaseEvent::fact)
                    .filteredOn(Fact.Packaged.class::isInstance)
                    .containsExactly(rehearsed.orElseThrow());
        }
    }

    @Test
    void thePacketHasItsBriefWhoeverHandedTheCaseOver() {
        try (var stub = new JudgeKit()) {
            stub.play("{\"problem\":\"They ask when we open.\",\"tried\":[],\"words\":[],\"nextStep\":\"Tell them.\"}");
            var writer =
                    new EscalationWriter(stub.models().find(Role.ESCALATION).orElseThrow());
            try (var briefing = DeskKit.of(
                    new BridgingAgents(
                            new ScriptedAgents(), BridgingAgents.writer(desk.clock(), ZoneOffset.UTC), writer::write),
                    gates)) {
                briefing.mode(LaneMode.AUTO);
                for (String text : List.of("When do you open?", "person please")) {
                    var played =
                            briefing.desk().rehearsal().play(briefing.load(briefing.ticket(text)), Until.HANDED_OVER);
                    assertThat(played.brief()).as(text).isPresent();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When do you open? | person   | wait | a draft waits to be approved: the answer lane is in draft
            person please     | person   | wait | in the queue technical: person-asked: person please
            unknown           | person   | wait | in the queue technical: no article covers it
            """)
    void saysWhatComesNextAndWhy(String text, String who, String what, String why) {
        CaseRecord record = ticket(text);
        assertThat(rehearsal.next(record).what()).isEqualTo("screen");
        desk.runUntilQuiet();
        var next = rehearsal.next(desk.load(record.id()));
        assertThat(next).isEqualTo(new Rehearsal.Upcoming(who, what, why, next.at()));
    }

    @Test
    void saysOfEveryStepWhyItIsNext() {
        desk.mode(LaneMode.AUTO);
        CaseRecord record = ticket("When do you open?");
        desk.runUntilQuiet();
        var events = desk.cases().events(record.id());
        for (int seen = 1; seen <= events.size(); seen++) {
            var next = rehearsal.next(CaseRecord.fold(events.subList(0, seen)));
            assertThat(next.why()).isNotBlank();
        }
        var last = rehearsal.next(desk.load(record.id()));
        assertThat(last.who()).isEqualTo("customer");
        assertThat(last.at()).contains(DeskKit.MONDAY_MORNING.plus(TicketLife.SILENCE));
        desk.decide(record.id(), new Fact.CaseClaimed());
        desk.runUntilQuiet();
        assertThat(rehearsal.next(desk.load(record.id())).why()).startsWith("Ines has it: ");
    }
}
