package io.sallyport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.evaluation.Replay;
import io.sallyport.evaluation.ReplayInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed replay brought to rest was no work of the one that goes on with it. */
@Tag("database")
class ResumedReplayTest {

    private static final List<String> IDS = List.of("a", "b", "c");

    private final IntakeKit kit = new IntakeKit();
    private List<ReplayInput.Line> lines = List.of();

    @TempDir
    private Path folder = Path.of("");

    /** Nobody works on the cases here, and three minutes a look soon end a replay's patience. */
    @BeforeEach
    void killOne() throws IOException {
        lines = ReplayInput.read(Files.write(
                folder.resolve("asked.jsonl"),
                IDS.stream()
                        .map(id -> "{\"id\":\"" + id + "\",\"text\":\"Letter " + id + "\"}")
                        .toList()));
        var looks = new AtomicInteger();
        assertThat(by(() -> kit.clock.instant().plus(Duration.ofMinutes(3L * looks.getAndIncrement())))
                        .lost())
                .hasSize(IDS.size());
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void onlyCasesThatCameToRestInThisRunCountForItsSpeed() {
        bringToRest("a");
        bringToRest("b");

        Replay.Result again = goOn(() -> bringToRest("c"));

        assertThat(again.resumed()).isEqualTo(3);
        assertThat(again.cases()).hasSize(3);
        assertThat(again.findCasesPerSecond()).contains(1 / (again.took().toMillis() / 1000.0));
    }

    @Test
    void aRunThatBroughtNothingToRestHasNoSpeed() {
        IDS.forEach(this::bringToRest);

        Replay.Result again = goOn(() -> {});

        assertThat(again.cases()).hasSize(3);
        assertThat(again.findCasesPerSecond()).isEmpty();
    }

    /** @param afterIntake done once all messages are known: one look at the clock to begin with, and one for each */
    private Replay.Result goOn(Runnable afterIntake) {
        var looks = new AtomicInteger();
        return by(() -> {
            if (looks.getAndIncrement() == 1 + IDS.size()) {
                afterIntake.run();
            }
            return kit.clock.instant().plusSeconds(looks.get());
        });
    }

    private Replay.Result by(InstantSource clock) {
        return new Replay(kit.watcher, kit.store, clock).run("replay", lines, _ -> {});
    }

    private void bringToRest(String id) {
        var record = kit.store.load(kit.store.findByTicket("replay", id).orElseThrow());
        var toPeople = new Fact.Escalated(record.queue(), List.of(), "a person knows", List.of());
        kit.store.append(record, List.of(new Entry(Actor.agent("router"), toPeople)));
    }
}
