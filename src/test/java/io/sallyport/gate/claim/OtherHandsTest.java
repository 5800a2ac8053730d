package io.sallyport.gate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** False and truthful changes as another writer might make them, one a row: evidence, then claim. */
class OtherHandsTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/gate/false-changes.csv", delimiter = '|', quoteCharacter = '^')
    void aFalseChangeIsStopped(String evidence, String claim) {
        assertThat(ClaimCheck.judge(claim.strip(), List.of(evidence.strip())).isSupported())
                .as(claim)
                .isFalse();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/gate/truthful-changes.csv", delimiter = '|', quoteCharacter = '^')
    void aTruthfulChangePasses(String evidence, String claim) {
        assertThat(ClaimCheck.judge(claim.strip(), List.of(evidence.strip())))
                .as(claim)
                .isInstanceOf(Judgement.Supported.class);
    }
}
