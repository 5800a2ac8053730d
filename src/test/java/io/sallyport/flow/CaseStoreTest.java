package io.sallyport.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore.CaseMoved;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CaseStoreTest {

    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theFenceLetsOneOfManyThrough() throws Exception {
        CaseId id = desk.ticket("When do you open?");
        CaseRecord seen = desk.load(id);
        var through = new AtomicInteger();
        var late = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> {
                    try {
                        desk.cases().append(seen, List.of(claim()));
                        through.incrementAndGet();
                    } catch (CaseMoved moved) {
                        late.incrementAndGet();
                    }
                });
            }
        }
        assertThat(through).hasValue(1);
        assertThat(late).hasValue(19);
        assertThat(desk.cases().events(id)).hasSize(2);
    }

    @Test
    void anAppendThatDoesNotFitWritesNothing() {
        CaseId id = desk.ticket("When do you open?");
        CaseRecord seen = desk.load(id);
        var misfit = new Entry(Actor.person("Ines"), new Fact.ReplyApproved("hash"));
        assertThatThrownBy(() -> desk.cases().append(seen, List.of(claim(), misfit)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(desk.load(id)).isEqualTo(seen);
    }

    @Test
    void theSameTicketOpensOneCaseHoweverManyBringItAtOnce() throws Exception {
        CaseId id = desk.ticket("When do you open?");
        var opening = (Fact.TicketOpened) desk.cases().events(id).getFirst().fact();
        var ticket = new io.sallyport.casefile.Ticket(
                "test", "same", opening.ticket().channel(), DeskKit.CUSTOMER, "Hours", "another-link");
        var opened = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> {
                    var outcome = desk.cases()
                            .open(Actor.customer(DeskKit.CUSTOMER), new Fact.TicketOpened(ticket, opening.first()));
                    opened.addAndGet(outcome.isNew() ? 1 : 0);
                });
            }
        }
        assertThat(opened).hasValue(1);
    }

    @Test
    void findsACaseByItsLinkTicketAndMessages() {
        CaseId id = desk.ticket("When do you open?");
        CaseRecord record = desk.load(id);
        assertThat(desk.cases().findByLink(record.ticket().link())).contains(id);
        assertThat(desk.cases().findByTicket("test", record.ticket().externalId()))
                .contains(id);
        assertThat(desk.cases().findByMessage(record.messages().getFirst().id()))
                .contains(id);
        assertThat(desk.cases().findByLink("another")).isEmpty();
    }

    @Test
    void aCaseIsReadAgainOnlyWhereItHasGoneOn() {
        CaseRecord seen = desk.load(desk.ticket("When do you open?"));
        assertThat(desk.cases().reread(seen)).isSameAs(seen);
        CaseRecord claimed = desk.cases().append(seen, List.of(claim()));
        assertThat(desk.cases().reread(seen)).isEqualTo(claimed);
    }

    private static Entry claim() {
        return new Entry(Actor.person("Ines"), new Fact.CaseClaimed());
    }
}
