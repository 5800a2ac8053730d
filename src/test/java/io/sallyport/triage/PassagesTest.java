package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassagesTest {

    private static String sentences(int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> "Sentence " + at + " says that shelf " + at + " is quite all right today.")
                .collect(Collectors.joining(" "));
    }

    @Test
    void aShortMessageIsReadAsAWhole() {
        assertThat(Passages.of(sentences(4))).isEmpty();
        assertThat(Passages.of("")).isEmpty();
    }

    @Test
    void aLongOneHasPassagesOfWholeSentencesAndTheLastBeginsTheNext() {
        assertThat(Passages.of(sentences(8)))
                .containsExactly(sentence(0, 1, 2), sentence(2, 3, 4), sentence(4, 5, 6), sentence(6, 7));
    }

    private static String sentence(Integer... numbers) {
        return List.of(numbers).stream()
                .map(at -> "Sentence " + at + " says that shelf " + at + " is quite all right today.")
                .collect(Collectors.joining(" "));
    }

    @Test
    void whoWritesWithoutFullStopsIsReadInPiecesAndNoWordIsLost() {
        var words = IntStream.range(0, 130).mapToObj(at -> "word" + at).toList();

        List<String> passages = Passages.of(String.join(" ", words));

        assertThat(passages)
                .allSatisfy(passage -> assertThat(passage.split(" ")).hasSizeLessThanOrEqualTo(40));
        assertThat(passages.stream().flatMap(passage -> List.of(passage.split(" ")).stream()))
                .containsAll(words);
    }

    @Test
    void endsOnAnyText() {
        assertThat(Passages.of(String.join(" ", Collections.nCopies(500, "!?"))))
                .allSatisfy(passage -> assertThat(passage).isNotBlank());
    }
}
