package io.sallyport.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.text.phrases.PlainWords;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message may be a hundred thousand of anything: it must neither hold a worker nor overflow its stack. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LongRunsTest {

    private static final int LONGEST = 100_000;

    private static String run(String of) {
        return of.repeat(LONGEST / of.length()) + "a";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?", "!.", "…", "。", "@", "a@", ".", "x.", "a'", ":", "://", "-", "--|", "> ", ">", "*", "(", "e.g. ",
                "1. ", " ", "\n", "\n-"
            })
    void sentencesAndWordsOfALongRunAreFound(String of) {
        assertThat(SentenceSplitter.split(run(of))).isNotNull();
        assertThat(PlainWords.of(run(of))).isNotNull();
    }
}
