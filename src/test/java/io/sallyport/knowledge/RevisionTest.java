package io.sallyport.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.SourceRef;
import io.sallyport.knowledge.Revision.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionTest {

    private static String text(Section... sections) {
        return new Revision(
                        new SourceRef("article:plans", 1),
                        "Plans",
                        Optional.empty(),
                        Audience.PUBLIC,
                        true,
                        true,
                        Optional.empty(),
                        Instant.EPOCH,
                        "",
                        List.of(sections))
                .text();
    }

    private static Section section(String anchor, String text, String... heading) {
        return new Section(anchor, List.of(heading), text);
    }

    @Test
    void saysAHeadingThatStandsDirectlyAboveAnother() {
        assertThat(text(
                        section("intro", "There are two."),
                        section("refunds", "None.", "Monthly plans", "Refunds"),
                        section("refunds.2", "Ever.", "Monthly plans", "Refunds"),
                        section("cards", "All.", "Monthly plans", "Cards"),
                        section("refunds-2", "In full.", "Annual plans", "Refunds")))
                .isEqualTo(String.join(
                        "\n\n",
                        "There are two.",
                        "Monthly plans",
                        "Refunds",
                        "None.",
                        "Ever.",
                        "Cards",
                        "All.",
                        "Annual plans",
                        "Refunds",
                        "In full."));
    }

    @Test
    void saysAHeadingOnceAboveItsOwnTextAndThoseBelow() {
        assertThat(text(
                        section("plans", "Two.", "Plans"),
                        section("cards", "All.", "Plans", "Cards"),
                        section("plans-2", "Three.", "Plans")))
                .isEqualTo("Plans\n\nTwo.\n\nCards\n\nAll.\n\nPlans\n\nThree.");
    }
}
