package io.sallyport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.intake.Receipt.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages that come in together. */
@Tag("database")
class ManyAtOnceTest {

    private final IntakeKit kit = new IntakeKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void manyAtOnceOpenOneCaseAndLoseNothing() throws Exception {
        Incoming first = kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of());
        List<Incoming> all = new ArrayList<>(List.of(first, IntakeKit.by("import:a", first), first));
        for (int i = 0; i < 20; i++) {
            all.add(kit.mail(
                    IntakeKit.JO, "Re: Hub offline", "Answer " + i, Map.of("in-reply-to", IntakeKit.messageId(first))));
        }
        List<Receipt> receipts = receiveAtOnce(all);

        assertThat(receipts).filteredOn(Opened.class::isInstance).hasSize(1);
        List<CaseStore.Summary> cases = kit.store.list(CaseStore.Query.newest(50));
        assertThat(cases).hasSize(1);
        assertThat(kit.store.load(cases.getFirst().id()).messages().stream()
                        .map(Message::written)
                        .filter(text -> text.startsWith("Answer"))
                        .distinct())
                .hasSize(20);
    }

    @Test
    void losesNothingWhileTheCaseMoves() throws Exception {
        Incoming first = kit.mail(IntakeKit.JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = kit.opened(first);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> worker = threads.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    claimAndRelease(id);
                }
            });
            for (int i = 0; i < 20; i++) {
                kit.watcher.receive(kit.mail(
                        IntakeKit.JO, "Re: Hub", "Answer " + i, Map.of("in-reply-to", IntakeKit.messageId(first))));
            }
            worker.get();
        }

        assertThat(kit.store.load(id).messages()).hasSize(21);
    }

    private void claimAndRelease(CaseId id) {
        try {
            var claim = new Entry(Actor.person("Ines"), new Fact.CaseClaimed());
            var release = new Entry(Actor.person("Ines"), new Fact.CaseReleased());
            kit.store.append(kit.store.load(id), List.of(claim, release));
        } catch (CaseStore.CaseMoved moved) {
            // The message was faster; that is what this test is about.
        }
    }

    private List<Receipt> receiveAtOnce(List<Incoming> all) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Receipt>> futures = all.stream()
                    .map(incoming -> threads.submit(() -> kit.watcher.receive(incoming)))
                    .toList();
            List<Receipt> receipts = new ArrayList<>();
            for (Future<Receipt> future : futures) {
                receipts.add(future.get());
            }
            return receipts;
        }
    }
}
