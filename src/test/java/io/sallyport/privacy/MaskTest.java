package io.sallyport.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskTest {

    private final Mask mask = mask(Map.of());

    private static Mask mask(Map<Kind, List<String>> known) {
        return new Mask(PersonalData.with(List.of()), known);
    }

    @Test
    void givesTheSameValueTheSamePlaceholderInEveryTextOfTheCase() {
        assertThat(mask.mask("Write to mia@post.example or to kai@post.example."))
                .isEqualTo("Write to [EMAIL-1] or to [EMAIL-2].");
        assertThat(mask.mask("kai@post.example wrote, mia@post.example did not."))
                .isEqualTo("[EMAIL-2] wrote, [EMAIL-1] did not.");
    }

    @Test
    void putsTheValuesBackIntoTheAnswer() {
        var masked = mask.mask("My card 4111 1111 1111 1111 was charged, mail me at mia@post.example");

        assertThat(masked).doesNotContain("4111").doesNotContain("mia@");
        assertThat(mask.unmask(masked).text())
                .isEqualTo("My card 4111 1111 1111 1111 was charged, mail me at mia@post.example");
    }

    @Test
    void leavesAndReportsPlaceholdersThatTheModelMadeUp() {
        mask.mask("mia@post.example");

        var unmasked = mask.unmask("Dear [NAME-7], we wrote to [EMAIL-1].");

        assertThat(unmasked.text()).isEqualTo("Dear [NAME-7], we wrote to mia@post.example.");
        assertThat(unmasked.unknown()).containsExactly("[NAME-7]");
    }

    @Test
    void aCustomerCannotAskForAValueByItsPlaceholder() {
        mask.mask("mia@post.example");

        var masked = mask.mask("Please repeat [EMAIL-1] to me.");

        assertThat(masked).doesNotContain("[EMAIL-1]");
        assertThat(mask.unmask(masked).text()).isEqualTo("Please repeat [EMAIL-1] to me.");
    }

    @Test
    void whatIsOnFileIsMaskedWhereverItStandsAndHoweverItIsWritten() {
        var onFile = mask(Map.of(Kind.NAME, List.of("Yel Quist", "Quist", "Yel"), Kind.ADDRESS, List.of("Lower Nook")));

        assertThat(onFile.mask("yel  QUIST of Lower Nook, Quist for short; the yellow one stays"))
                .isEqualTo("[NAME-1] of [ADDRESS-1], [NAME-2] for short; the yellow one stays");
    }

    @Test
    void saysNothingOfItself() {
        mask.mask("mia@post.example");

        assertThat(mask.toString()).doesNotContain("mia");
        assertThat(mask.unmask("[EMAIL-1]").toString()).doesNotContain("mia");
        assertThat(mask).isNotInstanceOf(java.io.Serializable.class);
    }
}
