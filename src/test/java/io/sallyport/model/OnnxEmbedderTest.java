package io.sallyport.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnnxEmbedderTest {

    private static BgeSmall network;
    private static Embedder embedder;

    @BeforeAll
    static void load() {
        network = BgeSmall.load();
        embedder = new OnnxEmbedder(network);
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void givesVectorsOfUnitLength() {
        var vector = embedder.embed("My freezer probe shows offline.");
        assertThat(vector).hasSize(embedder.dimension());
        assertThat(Embedder.similarity(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void putsTextsOfOneMeaningCloserThanTextsOfAnother() {
        var asked = embedder.embed("How do I get my money back?");
        var same = embedder.embed("I would like a refund for my purchase");
        var other = embedder.embed("The sensor lost its connection to the hub");
        assertThat(Embedder.similarity(asked, same)).isGreaterThan(Embedder.similarity(asked, other) + 0.15);
    }

    @Test
    void givesATextTheSameVectorAloneAndAmongOthers() {
        var texts = List.of("short", "a somewhat longer question about the invoice of last month", "");
        var together = embedder.embedAll(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i)).isEqualTo(embedder.embed(texts.get(i)));
        }
    }

    @Test
    void closingWhileTextsAreReadRefusesTheRestAndHarmsNothing() throws InterruptedException {
        var closing = BgeSmall.load();
        var reading = new CountDownLatch(1);
        var refusal = new AtomicReference<RuntimeException>();
        var reader = Thread.ofPlatform().start(() -> {
            try {
                for (int texts = 0; true; texts++) {
                    new OnnxEmbedder(closing).embed("Is anybody still reading? " + texts);
                    reading.countDown();
                }
            } catch (IllegalStateException closed) {
                refusal.set(closed);
            }
        });
        reading.await();

        closing.close();
        closing.close();
        reader.join();

        assertThat(refusal.get()).hasMessageContaining("is closed");
    }

    @Test
    void survivesEmptyAndEndlessTexts() {
        assertThat(embedder.embed("")).hasSize(384);
        assertThat(embedder.embed("again and again ".repeat(5_000))).hasSize(384);
    }

    @Test
    void remembersTheLatestTextsOnly() {
        var remembering = new RememberingEmbedder(embedder, 2);
        var first = remembering.embed("one");
        first[0] = 42;
        remembering.embed("two");
        remembering.embed("three");
        assertThat(remembering.embed("one")).isEqualTo(embedder.embed("one"));
        assertThat(remembering.embed("three")).isEqualTo(embedder.embed("three"));
    }
}
