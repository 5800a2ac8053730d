package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Ticket;
import io.sallyport.escalation.Correction;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do with cases that they have, and that no case stands still because of it. */
@Tag("database")
class PeopleDecideStoriesTest {

    private static final String INES = "Ines";
    private static final String WORDS = "We have looked into it and the heater is fixed.";

    private final List<ScriptedGate> gates = ScriptedGate.required();

    private void story(boolean crashing, Consumer<DeskKit> story) {
        try (var desk = crashing
                ? DeskKit.crashingEverywhere(new ScriptedAgents(), gates)
                : DeskKit.of(new ScriptedAgents(), gates)) {
            story.accept(desk.mode(LaneMode.AUTO));
        }
    }

    private static CaseId handedOver(DeskKit desk) {
        CaseId id = desk.ticket("person please");
        desk.runUntilQuiet();
        return id;
    }

    private static CaseRecord taken(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Taken.class);
        return decision.record();
    }

    private static String refused(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).why();
    }

    private static Decisions decisions(DeskKit desk) {
        return new Decisions(desk.cases());
    }

    private static Seen seen(DeskKit desk, CaseId id) {
        return Seen.of(desk.load(id));
    }

    static void write(DeskKit desk, CaseId id, String words) {
        taken(decisions(desk).reply(seen(desk, id), words, INES));
        desk.runUntilQuiet();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPersonAnswersInTheirOwnWordsOnce(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = handedOver(desk);
            write(desk, id, "Hello Mara,\n\n" + WORDS);
            assertThat(desk.channel().posted()).containsExactly("Hello Mara,\n\n" + WORDS);
            CaseRecord answered = desk.load(id);
            assertThat(answered.messages().getLast().author()).isEqualTo(Message.Author.PERSON);
            assertThat(answered.standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverWroteHearsTheAnswerToItAndTheMachineIsSilent(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = handedOver(desk);
            write(desk, id, WORDS);
            desk.write(id, "When do you open?");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).containsExactly(WORDS);
            assertThat(desk.load(id).standing())
                    .isInstanceOfSatisfying(
                            Standing.WithPeople.class,
                            people -> assertThat(people.owner()).contains(INES));
            assertThat(desk.load(id).findings().triage()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAGateStoppedWaitsBeforeThePersonWithTheSentenceAndCanBeMended(boolean crashing) {
        story(crashing, desk -> {
            gates.getFirst().stopOn("It is all your fault.");
            CaseId id = handedOver(desk);
            write(desk, id, "It is all your fault.");
            assertThat(desk.channel().posted()).isEmpty();
            CaseRecord held = desk.load(id);
            assertThat(held.answer()).isInstanceOf(AnswerWork.Held.class);
            assertThat(held.answer().verdicts().toString()).contains("It is all your fault.");
            assertThat(held.isTakenOver()).isTrue();
            taken(decisions(desk).edit(Seen.of(held), WORDS, INES));
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).containsExactly(WORDS);
        });
    }

    @ParameterizedTest
    @EnumSource(LaneMode.class)
    void aPersonsWordsLeaveInEveryModeButOffAndShadowWhichSaySo(LaneMode mode) {
        story(false, desk -> {
            CaseId id = handedOver(desk);
            desk.mode(mode);
            write(desk, id, WORDS);
            switch (mode) {
                case OFF, SHADOW -> {
                    assertThat(desk.channel().posted()).isEmpty();
                    assertThat(desk.load(id).answer()).isInstanceOf(AnswerWork.Held.class);
                    assertThat(((Standing.WithPeople) desk.load(id).standing()).why())
                            .contains(mode.label());
                    taken(decisions(desk).edit(seen(desk, id), WORDS, INES));
                    desk.mode(LaneMode.DRAFT).runUntilQuiet();
                    assertThat(desk.channel().posted()).containsExactly(WORDS);
                }
                case DRAFT, AUTO -> assertThat(desk.channel().posted()).containsExactly(WORDS);
            }
        });
    }

    @Test
    void whatAPersonWritesIsNoMachinesLoop() {
        story(false, desk -> {
            CaseId id = handedOver(desk);
            for (int i = 1; i <= 7; i++) {
                write(desk, id, "Note number " + i + " on this.");
            }
            assertThat(desk.channel().posted()).hasSize(7);
        });
    }

    @Test
    void nobodyWritesOverAnOwnersHead() {
        story(false, desk -> {
            CaseId id = handedOver(desk);
            taken(decisions(desk).claim(seen(desk, id), "Omar"));
            assertThat(refused(decisions(desk).reply(seen(desk, id), WORDS, INES)))
                    .contains("Omar has claimed");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void writingOnACaseThatTheMachineIsAtWorkOnTakesItOver(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = desk.ticket("When do you open?");
            write(desk, id, WORDS);
            assertThat(desk.channel().posted()).containsExactly(WORDS);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void handedToAColleagueItIsTheirs(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = handedOver(desk);
            taken(decisions(desk).assign(seen(desk, id), "Omar", "knows heaters", INES));
            desk.runUntilQuiet();
            assertThat(((Standing.WithPeople) desk.load(id).standing()).owner()).contains("Omar");
            assertThat(refused(decisions(desk).assign(seen(desk, id), "Omar", "", INES)))
                    .contains("already");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void returnedToTheMachineItIsAnsweredThoughAPersonWasAskedFor(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = desk.ticket("unknown");
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            taken(decisions(desk).giveBack(seen(desk, id), "an article says it now", INES));
            desk.runUntilQuiet();
            // It still has no answer: it is handed over anew, not left lying.
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(desk.load(id).isTakenOver()).isFalse();
        });
    }

    @Test
    void whatIsCorrectedIsDueSoonerAndInItsQueue() {
        story(false, desk -> {
            CaseId id = handedOver(desk);
            var correction = new Correction(
                    Optional.of(Category.BILLING), Optional.of(Priority.P1), Optional.of("billing"), "double charge");
            taken(decisions(desk).reclassify(seen(desk, id), correction, INES));
            desk.runUntilQuiet();
            CaseRecord corrected = desk.load(id);
            assertThat(corrected.triage().category()).isEqualTo(Category.BILLING);
            assertThat(corrected.triage().priority()).isEqualTo(Priority.P1);
            assertThat(((Standing.WithPeople) corrected.standing()).queue()).isEqualTo("billing");
        });
    }

    @Test
    void aNoteNamesColleaguesAndDisturbsNothing() {
        story(false, desk -> {
            CaseId id = handedOver(desk);
            taken(decisions(desk).note(seen(desk, id), "@Omar, ask mara@example.com. @omar?", INES));
            desk.runUntilQuiet();
            assertThat(desk.load(id).handOver().notes())
                    .singleElement()
                    .satisfies(note -> assertThat(note.mentions()).containsExactly("omar"));
            assertThat(desk.channel().posted()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoCasesOfOneCustomerGoOnAsOne(boolean crashing) {
        story(crashing, desk -> {
            CaseId kept = handedOver(desk);
            CaseId merged = handedOver(desk);
            taken(decisions(desk).merge(seen(desk, merged), kept, "the same heater", INES));
            desk.runUntilQuiet();
            assertThat(desk.load(merged).standing()).isInstanceOf(Standing.Resolved.class);
            assertThat(desk.load(merged).handOver().mergedInto()).contains(kept);
            assertThat(desk.cases().events(kept))
                    .extracting(CaseEvent::fact)
                    .contains(new Fact.CaseAbsorbed(merged, desk.load(merged).messages()));
            assertThat(desk.channel().posted()).isEmpty();
        });
    }

    @Test
    void whatCannotBeMergedIsRefusedAndNeitherCaseMoves() {
        story(false, desk -> {
            CaseId first = handedOver(desk);
            CaseId second = handedOver(desk);
            assertThat(refused(decisions(desk).merge(seen(desk, first), first, "x", INES)))
                    .contains("itself");
            assertThat(refused(decisions(desk).merge(seen(desk, first), CaseId.random(), "x", INES)))
                    .contains("no case");
            taken(decisions(desk).merge(seen(desk, first), second, "x", INES));
            assertThat(refused(decisions(desk).merge(seen(desk, second), first, "x", INES)))
                    .contains("goes on with");
            CaseRecord stranger = stranger(desk);
            long before = desk.load(second).version();
            assertThat(refused(decisions(desk).merge(seen(desk, second), stranger.id(), "x", INES)))
                    .contains("another customer");
            assertThat(desk.load(second).version()).isEqualTo(before);
            assertThat(desk.load(stranger.id()).version()).isEqualTo(stranger.version());
            taken(decisions(desk).resolve(seen(desk, second), "done", INES));
            CaseId third = handedOver(desk);
            assertThat(refused(decisions(desk).merge(seen(desk, third), second, "x", INES)))
                    .contains("over");
        });
    }

    private static CaseRecord stranger(DeskKit desk) {
        CaseRecord like = desk.load(handedOver(desk));
        Ticket ticket = like.ticket();
        var other = new Ticket(
                ticket.source(), "other", ticket.channel(), "omid@example.com", ticket.subject(), "link-other");
        return desk.cases()
                .open(
                        Actor.customer("omid@example.com"),
                        new Fact.TicketOpened(other, like.messages().getFirst()))
                .record();
    }

    @Test
    void whoeverClaimsWhileTheMachinesReplyIsLeavingKeepsTheCase() {
        story(false, desk -> {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            List<Fact> leaving = desk.cases().events(id).stream()
                    .map(event -> event.fact())
                    .filter(Fact.EffectIntended.class::isInstance)
                    .toList();
            CaseId other = desk.ticket("When do you open, please?");
            assertThat(leaving).hasSize(1);
            desk.channel().during(() -> taken(decisions(desk).claim(seen(desk, other), INES)));
            desk.runUntilQuiet();
            assertThat(desk.load(other).isTakenOver()).isTrue();
            assertThat(desk.load(other).effects().getFirst().outcome())
                    .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(Delivery.Accepted.class));
        });
    }
}
