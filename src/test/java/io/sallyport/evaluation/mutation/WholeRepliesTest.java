package io.sallyport.evaluation.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeRepliesTest {

    private static List<List<String>> replies(String text) {
        return WholeReplies.of(new SourceRef("article:plans", 1), text).stream()
                .map(reply -> reply.stream().map(Sentence::text).toList())
                .toList();
    }

    @Test
    void noReplyBeginsWithWhatLeansOrEndsBeforeIt() {
        assertThat(replies("Pro costs $24. Home costs $6. Pro is big. However, it is new. It is out. Home is old."))
                .extracting(List::getFirst)
                .containsExactly("Pro costs $24.", "Home is old.");
    }

    @Test
    void entriesStandUnderTheirLeadInAndCodeHasNone() {
        assertThat(replies("With Pro you can:\n\n- Send all alerts.\n- See all charts.\n\nThe code is:\n\n```\nx\n```"))
                .containsExactly(List.of("With Pro you can:", "Send all alerts.", "See all charts."));
    }
}
