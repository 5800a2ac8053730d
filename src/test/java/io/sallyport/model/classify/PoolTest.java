package io.sallyport.model.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolTest {

    /** A head that always says 0.99 and is right three times in four, and one that knows nothing. */
    private static List<double[][]> overconfident(int rows) {
        var logs = new ArrayList<double[][]>();
        for (var row = 0; row < rows; row++) {
            logs.add(new double[][] {{Math.log(0.99), Math.log(0.01)}, {Math.log(0.5), Math.log(0.5)}});
        }
        return logs;
    }

    @Test
    void flattensAnOverconfidentHeadToHowOftenItIsRight() {
        var answers = new int[400];
        for (var row = 0; row < answers.length; row += 4) {
            answers[row] = 1;
        }

        var pool = Pool.fit(overconfident(400), answers);

        assertThat(Math.exp(pool.of(overconfident(1).getFirst())[0])).isCloseTo(0.75, within(0.02));
    }

    @Test
    void doesNotTrustAHeadThatIsWrongMoreOftenThanNot() {
        var answers = new int[100];
        java.util.Arrays.fill(answers, 0, 80, 1);

        assertThat(Pool.fit(overconfident(100), answers).weights()[0]).isCloseTo(0, within(0.02));
    }
}
