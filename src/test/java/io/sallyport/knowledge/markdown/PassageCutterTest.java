package io.sallyport.knowledge.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.knowledge.markdown.ParsedArticle.Piece;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageCutterTest {

    private static List<Piece> pieces(String body) {
        return ((ArticleParser.Result.Parsed) ArticleParser.parse(body, "T"))
                .article()
                .pieces();
    }

    private static String words(String word, int count) {
        return String.join(" ", Collections.nCopies(count, word)) + ".";
    }

    @Test
    void anotherSectionMovesNoId() {
        var before =
                pieces("Hi.\n\n## Refunds\n\n" + words("a", 100) + "\n\n" + words("b", 100) + "\n\n## Cards\n\nYes.");
        var after = pieces("Hi.\n\n## News\n\nNew.\n\n## Refunds\n\n" + words("a", 100) + "\n\n" + words("b", 100)
                + "\n\n## Cards\n\nYes.");
        assertThat(before).extracting(Piece::anchor).containsExactly("intro", "refunds", "refunds.2", "cards");
        assertThat(after).containsAll(before);
    }

    @Test
    void likeHeadingsGetDifferentIds() {
        assertThat(pieces("## Example\n\nA.\n\n## Example\n\nB.\n\n## ???\n\nC."))
                .extracting(Piece::anchor)
                .containsExactly("example", "example-2", "section");
    }

    @Test
    void aPassageStaysWithinItsSectionAndNearTheWantedLength() {
        var body = new StringBuilder("## Long\n\n");
        for (var i = 0; i < 20; i++) {
            body.append(words("word", 45)).append("\n\n");
        }
        assertThat(pieces(body + "## Short\n\nYes."))
                .filteredOn(piece -> piece.heading().equals(List.of("Long")))
                .allSatisfy(piece -> assertThat(Block.countWords(piece.text())).isBetween(60, 240));
    }

    @Test
    void stepsStayTogetherAndWithWhatLeadsThemIn() {
        var steps = new StringBuilder(words("before", 150) + "\n\nDo this:\n\n");
        for (var i = 1; i <= 10; i++) {
            steps.append(i).append(". ").append(words("step", 20)).append('\n');
        }
        var pieces = pieces(steps.toString());
        assertThat(pieces).hasSize(2);
        assertThat(pieces.getLast().text()).startsWith("Do this:\n\n1. step").contains("10. step");
    }

    @Test
    void noPassageBeginsWithWhatTakesBackTheOneBefore() {
        String promise = words("a", 150) + " Refunds are paid within 5 days.";
        var pieces = pieces("## Refunds\n\n" + promise + "\n\nHowever, " + words("b", 80) + "\n\n" + words("c", 90));
        assertThat(pieces).extracting(Piece::anchor).containsExactly("refunds", "refunds.2");
        assertThat(pieces.getFirst().text()).contains("5 days.\n\nHowever, b");
        assertThat(pieces("## Refunds\n\n" + promise + "\n\n- Except b. " + words("b", 80)))
                .hasSize(1);
        assertThat(pieces("## Try\n\n" + promise + "\n\n```\nexcept b:\n" + words("b", 80) + "\n```\n"))
                .hasSize(2);
    }

    @Test
    void aListTooLongForOnePassageIsCutBetweenItems() {
        var list = new StringBuilder();
        for (var i = 1; i <= 40; i++) {
            list.append(i).append(". ").append(words("item", 15)).append('\n');
        }
        assertThat(pieces(list.toString()))
                .hasSizeGreaterThan(2)
                .allSatisfy(piece -> assertThat(piece.text()).matches("(?s)\\d+\\. item.*\\."));
    }
}
