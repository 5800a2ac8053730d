package io.sallyport.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.HandedOver;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engineering writes English; who of the customers is told its words by the machine. */
class NewsTextTest {

    private static final String NOTE = "Export month by month until version 2.1 is out.";

    private static CaseRecord told(String language, IssueNews.State state) {
        var news = new IssueNews("1", "ISS-1", state, NOTE, "Noor", HandedOver.AT);
        return HandedOver.of(Category.BUG, Priority.P3)
                .in(language)
                .sayingThen(List.of(new Fact.IssueMoved(news), new Fact.NewsDue("1")), "It stops half way.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "ko", "ru", "cs", "de"})
    void anAnswerInEnglishIsAPersonsToTellWhoWritesAnotherLanguage(String language) {
        CaseRecord record = told(language, IssueNews.State.ANSWERED);
        assertThat(NewsText.findWhyNot(record))
                .hasValueSatisfying(why -> assertThat(why).contains("the customer's are not"));
        assertThat(NewsText.of(record)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "und"})
    void itIsToldWhoWritesEnglishAndWhoseFewWordsDoNotTell(String language) {
        assertThat(NewsText.of(told(language, IssueNews.State.ANSWERED))
                        .orElseThrow()
                        .facts())
                .contains(NOTE);
    }

    @Test
    void thatItIsFixedIsSaidInReviewedWordsAloneToWhoWritesAnotherLanguage() {
        NewsText text = NewsText.of(told("fi", IssueNews.State.FIXED)).orElseThrow();
        assertThat(text.facts()).isEqualTo("What you reported is fixed.");
        assertThat(text.hasNote()).isFalse();
    }
}
