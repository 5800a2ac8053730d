package io.sallyport.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Verdict;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.SettableClock;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Promises 1, 2 and 3: no permit without every gate's yes, for this very content, while it lasts. */
@Tag("database")
class GatekeeperTest {

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final List<ScriptedGate> gates = ScriptedGate.required();
    private final CaseRecord record = record();
    private final Reply reply = ScriptedAgents.reply(record, "We open at nine.");

    private Gatekeeper gatekeeper() {
        return new Gatekeeper(Gates.ofReplies(List.copyOf(gates)), clock);
    }

    private Gatekeeper.Decision decide() {
        return gatekeeper().decide(record, reply);
    }

    private Permit permit() {
        return ((Gatekeeper.Decision.Granted) decide()).permit();
    }

    @Test
    void grantsWhenEveryGatePasses() {
        assertThat(permit().slip().gates()).containsExactlyElementsOf(Gatekeeper.REQUIRED_FOR_REPLIES);
    }

    @Test
    void refusesWhenNoGateIsInstalled() {
        assertThat(new Gatekeeper(Gates.ofReplies(List.of()), clock).decide(record, reply))
                .isInstanceOf(Gatekeeper.Decision.Withheld.class);
    }

    @Test
    void refusesWhenAnyOneRequiredGateIsMissing() {
        for (String missing : Gatekeeper.REQUIRED_FOR_REPLIES) {
            List<Gate<Reply>> rest = gates.stream()
                    .filter(gate -> !gate.name().equals(missing))
                    .<Gate<Reply>>map(gate -> gate)
                    .toList();
            assertThat(new Gatekeeper(Gates.ofReplies(rest), clock)
                            .decide(record, reply)
                            .verdicts())
                    .as("without %s", missing)
                    .anyMatch(verdict -> verdict.gate().equals(missing) && !verdict.isPass());
        }
    }

    @Test
    void takesEveryKindOfBreakageForAStop() {
        List<Function<Reply, Verdict>> broken = List.of(
                _ -> {
                    throw new IllegalStateException("broken");
                },
                _ -> {
                    throw new StackOverflowError();
                },
                GatekeeperTest::nothing,
                _ -> Verdict.pass("some other gate"),
                _ -> Verdict.stop("grounding", "no"));
        for (ScriptedGate gate : gates) {
            for (Function<Reply, Verdict> judgement : broken) {
                gate.judgeBy(judgement);
                assertThat(decide()).isInstanceOf(Gatekeeper.Decision.Withheld.class);
            }
            gate.judgeBy(_ -> Verdict.pass(gate.name()));
        }
    }

    @SuppressWarnings("NullAway") // what a gate written elsewhere might do
    private static Verdict nothing(Reply reply) {
        return null;
    }

    @Test
    void aPermitIsForThisVeryContent() {
        assertThatThrownBy(() -> permit().demand(ScriptedAgents.reply(record, "We open at ten."), clock.instant()))
                .hasMessageContaining("other content");
    }

    @Test
    void aPermitExpires() {
        Permit permit = permit();
        permit.demand(reply, clock.instant());
        clock.tick(Duration.ofMinutes(2).plusMillis(1));
        assertThatThrownBy(() -> permit.demand(reply, clock.instant())).hasMessageContaining("expired");
    }

    @Test
    void theSameReplyToTheSameMessageHasTheSameEffect() {
        assertThat(permit().effectId()).isEqualTo(permit().effectId());
    }

    @Test
    void nobodyOutsideTheRoomCanMakeAPermit() {
        assertThat(Arrays.stream(Permit.class.getDeclaredConstructors()))
                .allMatch(constructor -> !Modifier.isPublic(constructor.getModifiers())
                        && !Modifier.isProtected(constructor.getModifiers()));
        assertThat(Modifier.isFinal(Permit.class.getModifiers())).isTrue();
    }

    @Test
    void refusesTwoGatesOfOneName() {
        assertThatThrownBy(() -> new Gatekeeper(
                        Gates.ofReplies(List.of(new ScriptedGate("tone"), new ScriptedGate("tone"))), clock))
                .hasMessageContaining("tone");
    }

    private static CaseRecord record() {
        var ticket = new Ticket("test", "1", Channel.WEB, DeskKit.CUSTOMER, "Hours", "link");
        var message = new Message(
                "m1",
                Message.Author.CUSTOMER,
                DeskKit.CUSTOMER,
                DeskKit.MONDAY_MORNING,
                "Hours",
                "When do you open?",
                "",
                List.of(),
                Map.of());
        return CaseRecord.fold(List.of(new CaseEvent(
                CaseId.random(),
                1,
                DeskKit.MONDAY_MORNING,
                Actor.customer(DeskKit.CUSTOMER),
                new Fact.TicketOpened(ticket, message),
                ChainHash.GENESIS,
                "")));
    }
}
