package io.sallyport.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredEmbedderTest {

    @TempDir
    Path folder = Path.of("");

    private final List<String> computed = new ArrayList<>();

    private final Embedder counting = new Embedder() {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public float[] embed(String text) {
            computed.add(text);
            return new float[] {text.length()};
        }
    };

    @Test
    void computesOnlyWhatIsNotStored() {
        var file = folder.resolve("some/vectors");
        new StoredEmbedder(counting, file).embedAll(List.of("a", "bb"));
        computed.clear();

        var again = new StoredEmbedder(counting, file).embedAll(List.of("bb", "ccc", "a"));

        assertThat(computed).containsExactly("ccc");
        assertThat(again.stream().map(vector -> vector[0])).containsExactly(2f, 3f, 1f);
    }

    @Test
    void aTornFileCostsOnlyTime() throws IOException {
        var file = folder.resolve("vectors");
        new StoredEmbedder(counting, file).embedAll(List.of("a", "bb"));
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 80));

        assertThat(new StoredEmbedder(counting, file)
                        .embedAll(List.of("a", "bb"))
                        .getLast())
                .containsExactly(2f);
    }
}
