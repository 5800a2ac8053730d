package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Evidence.Contradiction;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.SourceRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionsTest {

    private static Passage passage(String article, String text) {
        return new Passage(
                article + "#1", new SourceRef("article:" + article, 1), "Heading", text, 1, Optional.empty());
    }

    private static List<Contradiction> among(String one, String other) {
        return Contradictions.among(List.of(passage("one", one), passage("other", other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Refunds take 5 days.|Refunds take 10 days.",
                "The warranty is 2 years.|The warranty is 36 months.",
                "Delivery costs $5.|Delivery costs $9.",
                "Refunds for annual plans take 5 days.|Refunds for annual plans take 10 days.",
                "Gift cards can be refunded in full.|Gift cards can not be refunded in full."
            })
    void twoArticlesThatGiveAnotherValueOrDenialContradictEachOther(String one, String other) {
        assertThat(among(one, other)).containsExactly(new Contradiction("one#1", "other#1", one + " | " + other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Returns are accepted within 30 days.|Refunds take 5 days.",
                "Refunds take 5 days.|Refunds take 5 days.",
                "Refunds take 5 days.|Exchanges take 10 days.",
                "Refunds take 5 days.|Refunds cost $5.",
                "Refunds take 5 days.|Refunds by cheque take 10 days.",
                "The Brook costs $20.|The Harbour costs $30.",
                "It costs $24.|It costs $30.",
                "- Price: $24|- Price: $30",
                "2. Wait 5 seconds.|2. Wait 10 seconds.",
                "Up to 5 days.|Up to 10 days."
            })
    void otherMattersAndLinesThatLeanOnTheirHeadingDoNot(String one, String other) {
        assertThat(among(one, other)).isEmpty();
    }

    @Test
    void oneArticleDoesNotContradictItself() {
        var one = passage("one", "Refunds take 5 days.");
        var same = new Passage("one#2", one.source(), "Heading", "Refunds take 10 days.", 1, Optional.empty());
        assertThat(Contradictions.among(List.of(one, same))).isEmpty();
    }
}
