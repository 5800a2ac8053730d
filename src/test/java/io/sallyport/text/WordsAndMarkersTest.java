package io.sallyport.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.text.Markers.Marker;
import org.junit.jupiter.api.Test;

class WordsAndMarkersTest {

    @Test
    void stemsMakeInflectionsOne() {
        assertThat(Words.content("Refunds were refunded while refunding"))
                .containsExactly("refund", "refund", "refund");
        assertThat(Words.content("batteries and the battery")).containsExactly("battery", "battery");
        assertThat(Words.singular("addresses")).isEqualTo("address");
        assertThat(Words.singular("status")).isEqualTo("status");
    }

    @Test
    void contractionsAreWrittenOut() {
        assertThat(Contractions.expand("It's fine, you can't and won't; the plan's price isn’t it."))
                .isEqualTo("It is fine, you can not and will not; the plan's price is not it.");
    }

    @Test
    void markersTellStatementsApart() {
        assertThat(Markers.kindsIn("You can't cancel")).contains(Marker.NOT, Marker.MAY);
        assertThat(Markers.kindsIn("It no longer works")).containsExactly(Marker.NO_LONGER);
        assertThat(Markers.kindsIn("Only owners must do it unless asked"))
                .containsExactlyInAnyOrder(Marker.ONLY, Marker.MUST, Marker.UNLESS);
        assertThat(Markers.kindsIn("up to 5, at least 3")).containsExactlyInAnyOrder(Marker.AT_MOST, Marker.AT_LEAST);
    }

    @Test
    void knowsOpposites() {
        assertThat(Markers.areOpposites("enables", "disable")).isTrue();
        assertThat(Markers.areOpposites("after", "before")).isTrue();
        assertThat(Markers.areOpposites("enable", "activate")).isFalse();
    }

    @Test
    void namesAreFoundInsideSentences() {
        assertThat(Names.in("Open the Beacon hub with Google Home and Alexa.").stream()
                        .map(Names.Name::text))
                .containsExactly("Beacon", "Google Home", "Alexa");
        assertThat(Names.in("However, it works.")).isEmpty();
        assertThat(Names.wordsIn("Plausible's API")).contains("api");
    }
}
