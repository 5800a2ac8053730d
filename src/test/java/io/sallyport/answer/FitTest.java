package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FitTest {

    private static final List<String> NAMES = List.of("tells", "noise");

    @Test
    void findsTheSignalThatTellsAndIgnoresNoise() {
        var random = new Random(11);
        var rows = new ArrayList<LogisticFit.Row>();
        for (int i = 0; i < 300; i++) {
            boolean positive = random.nextBoolean();
            rows.add(new LogisticFit.Row(
                    new double[] {(positive ? 1 : 0) + random.nextGaussian(), random.nextGaussian()}, positive, 1));
        }
        var terms = LogisticFit.of(NAMES, rows).terms();
        assertThat(terms.getFirst().weight())
                .isGreaterThan(5 * Math.abs(terms.getLast().weight()));
    }

    @Test
    void refusesToLearnFromOneKindOnly() {
        var row = new LogisticFit.Row(new double[] {1, 2}, true, 1);
        assertThatThrownBy(() -> LogisticFit.of(NAMES, List.of(row))).hasMessageContaining("both kinds");
    }

    @Test
    void putsTheRightCandidateFirst() {
        var random = new Random(12);
        var lists = new ArrayList<List<RankFit.Candidate>>();
        for (int i = 0; i < 60; i++) {
            lists.add(List.of(
                    new RankFit.Candidate(new double[] {1, random.nextDouble()}, true),
                    new RankFit.Candidate(new double[] {0, random.nextDouble()}, false)));
        }
        LinearModel model = RankFit.of(NAMES, lists, 400, 0.5, 0.02);
        assertThat(model.score(new double[] {1, 0.5})).isGreaterThan(model.score(new double[] {0, 0.5}) + 1);
    }
}
