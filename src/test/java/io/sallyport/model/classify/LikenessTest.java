package io.sallyport.model.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.model.Embedder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LikenessTest {

    /** One vector for all texts, so that only words and signs can tell them apart. */
    private static final Embedder DEAF = new Embedder() {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public float[] embed(String text) {
            return new float[] {1, 0};
        }
    };

    private static final int EACH = 40;

    /** First the kind, then the plain ones. */
    private static List<Studied> studied(String kind, Set<String> kindSigns, String plain) {
        var texts = new ArrayList<Studied>();
        for (var i = 0; i < EACH; i++) {
            texts.add(Studied.of(DEAF, kind, kindSigns));
        }
        for (var i = 0; i < EACH; i++) {
            texts.add(Studied.of(DEAF, plain, Set.of()));
        }
        return texts;
    }

    private static Likeness learn(List<Studied> texts) {
        return Likeness.learn(texts, at -> at < EACH, at -> at >= EACH, 0.01);
    }

    @Test
    void tellsTheSameAfterItWasWrittenAndRead() throws IOException {
        var likeness = learn(studied("the cellar is flooding", Set.of("loss"), "where is my invoice"));
        var written = new ByteArrayOutputStream();
        likeness.write(new DataOutputStream(written));

        var in = new DataInputStream(new ByteArrayInputStream(written.toByteArray()));
        var read = Likeness.read(in);

        assertThat(in.read()).isEqualTo(-1);
        for (var text : List.of("the cellar is flooding fast", "where is my invoice please", "the invoice", "loss")) {
            for (var signs : List.of(Set.of("loss"), Set.<String>of())) {
                var asked = Studied.of(DEAF, text, signs);
                assertThat(read.isLike(asked)).isEqualTo(likeness.isLike(asked));
            }
        }
    }

    @Test
    void tellsAKindByItsWords() {
        var likeness = learn(studied("the cellar is flooding", Set.of(), "where is my invoice"));

        assertThat(likeness.isLike(Studied.of(DEAF, "the cellar is flooding fast", Set.of())))
                .isTrue();
        assertThat(likeness.isLike(Studied.of(DEAF, "where is my invoice please", Set.of())))
                .isFalse();
    }

    @Test
    void tellsAKindByWhatRulesFoundInIt() {
        var likeness = learn(studied("hello there", Set.of("loss"), "hello there"));

        assertThat(likeness.isLike(Studied.of(DEAF, "hello there", Set.of("loss"))))
                .isTrue();
        assertThat(likeness.isLike(Studied.of(DEAF, "hello there", Set.of()))).isFalse();
        assertThat(likeness.isLike(
                        Studied.of(DEAF, "hello there", Set.of("loss")).withoutSigns()))
                .isFalse();
    }

    @Test
    void takesNothingForAKindThatItNeverSaw() {
        var texts = studied("the cellar is flooding", Set.of("flood"), "where is my invoice");
        var likeness = Likeness.learn(texts, _ -> false, _ -> true, 0.5);

        assertThat(texts).noneMatch(likeness::isLike);
    }

    @Test
    void letsTheStatedShareOfPlainTextsPass() {
        var texts = studied("the cellar is flooding", Set.of(), "where is my invoice");
        for (var i = 0; i < 10; i++) {
            texts.add(Studied.of(DEAF, "is the cellar article still there", Set.of()));
        }
        var strict = Likeness.learn(texts, at -> at < EACH, at -> at >= EACH, 0);
        var lax = Likeness.learn(texts, at -> at < EACH, at -> at >= EACH, 0.5);
        var doubtful = Studied.of(DEAF, "is the cellar article still there", Set.of());

        assertThat(strict.isLike(doubtful)).isFalse();
        assertThat(lax.isLike(doubtful)).isTrue();
    }
}
