package io.sallyport.knowledge.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleParserTest {

    private static ParsedArticle parsed(String file) {
        return ((ArticleParser.Result.Parsed) ArticleParser.parse(file, "Fallback")).article();
    }

    private static List<Problem> refused(String file) {
        return ((ArticleParser.Result.Refused) ArticleParser.parse(file, "Fallback")).problems();
    }

    private static String text(String body) {
        return parsed(body).pieces().stream().map(ParsedArticle.Piece::text).collect(Collectors.joining("\n\n"));
    }

    @Test
    void readsTheFrontMatter() {
        var article = parsed("""
                ---
                title: "Refunds: how long they take"
                reviewed: 2026-09-29
                reviewed_by: Mara Lindqvist
                audience: internal
                tags: [refund, "429"]
                product-area: billing
                draft: false
                ---
                Five days.
                """);
        assertThat(article.title()).isEqualTo("Refunds: how long they take");
        assertThat(article.reviewed()).contains(LocalDate.of(2026, 9, 29));
        assertThat(article.reviewedBy()).contains("Mara Lindqvist");
        assertThat(article.internal()).isTrue();
        assertThat(article.tags()).containsExactly("refund", "429");
        assertThat(article.productArea()).contains("billing");
        assertThat(article.published()).isTrue();
    }

    @Test
    void takesTheTitleFromTheFirstHeadingElseFromTheFileName() {
        assertThat(parsed("# Reset a sensor\n\nHold the button.").title()).isEqualTo("Reset a sensor");
        assertThat(parsed("Hold the button.").title()).isEqualTo("Fallback");
    }

    @Test
    void namesTheLineOfEachThingItCannotRead() {
        assertThat(refused("---\ntitle: T\nreviewed: last week\naudience: interal\n---\nText.\n"))
                .containsExactlyInAnyOrder(
                        new Problem(3, "reviewed: 'last week' should be a date such as 2026-06-02"),
                        new Problem(4, "audience: 'interal' should be public or internal"));
        assertThat(refused("---\ntitle: T\ntags: [a, b\n---\nText.\n")
                        .getFirst()
                        .line())
                .isBetween(3, 4);
        assertThat(refused("---\ntitle: T\nText.\n")).extracting(Problem::line).containsExactly(1);
        assertThat(refused("---\ntitle: T\n---\n<div></div>\n"))
                .containsExactly(new Problem(1, "there is no text in it"));
    }

    @Test
    void aControlCharacterInTheFrontMatterIsTheFilesOwnProblem() {
        assertThat(refused("---\naudience: public\ntitle: The hub\u0092s light\n---\nText.\n"))
                .containsExactly(new Problem(
                        3, "the front matter is not YAML: it holds the control character U+0092; type it anew"));
    }

    @Test
    void keysAreReadInAnyCase() {
        assertThat(parsed("---\nAudience: Internal\nPRODUCT-AREA: billing\n---\nText.\n"))
                .satisfies(article -> assertThat(article.internal()).isTrue())
                .satisfies(article -> assertThat(article.productArea()).contains("billing"));
        assertThat(parsed("---\nDraft: true\n---\nText.\n").published()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audience: [public, internal]",
                "audience: [internal]",
                "audience: {internal: true}",
                "audience: public\nAudience: internal",
                "audience: everybody",
                "audience:",
                "audience: ''",
                "draft:",
                "published: \" \"",
                "draft: [true]",
                "draft: {de: true}",
                "published: [true, false]",
                "published: {en: false}",
                "published: no\npublished: yes"
            })
    void whatIsNotPlainlyPublicAndPublishedIsRefused(String keys) {
        assertThat(refused("---\n" + keys + "\n---\nText.\n")).hasSize(1);
    }

    @Test
    void aRefusedValueIsNamedWithItsLineAndWhatToWrite() {
        assertThat(refused("---\ntitle: T\naudience: [public, internal]\n---\nText.\n"))
                .containsExactly(
                        new Problem(3, "audience: give it once, with one value, which should be public or internal"));
    }

    @Test
    void anAudienceThatSaysNothingIsNotPublic() {
        assertThat(refused("---\ntitle: T\naudience:\n---\nText.\n"))
                .containsExactly(
                        new Problem(3, "audience: it has no value; write public or internal, or take the line out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " \n\n", "<!-- Ours. -->\n", "<!-- Ours,\nall rights reserved. -->\n\n"})
    void blankLinesAndCommentsMayStandAboveFrontMatter(String above) {
        var article = parsed(above + "---\naudience: internal\n---\nText.\n");
        assertThat(article.internal()).isTrue();
        assertThat(article.pieces()).extracting(ParsedArticle.Piece::text).containsExactly("Text.");
        assertThat(refused("\n\n---\ntitle: T\naudience: interal\n---\nText.\n"))
                .containsExactly(new Problem(5, "audience: 'interal' should be public or internal"));
    }

    @Test
    void frontMatterInTomlIsRefused() {
        assertThat(refused("\n+++\naudience = \"internal\"\n+++\nText.\n"))
                .containsExactly(
                        new Problem(2, "the front matter is TOML ('+++'); write it as YAML between two '---' lines"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It costs ~~$20~~ $24.                                    | It costs $24.
            It costs <del>$20</del> <ins>$24</ins>.                  | It costs $24.
            It costs <s>$20</s> <b>$24</b>.                          | It costs $24.
            It costs <strike class="x">$20 <b>now</b></strike> $24.  | It costs $24.
            It costs <DEL>$20</DEL> $24.                             | It costs $24.
            - Pro: ~~$20~~ $24                                       | - Pro: $24
            Type `a ~~b~~` in about ~5 or ~6 minutes.                | Type a ~~b~~ in about ~5 or ~6 minutes.
            <pre>cost: <s>20</s> 24</pre>                            | ``` cost:  24 ```
            <table><tr><td>~~$20~~ <s>$22</s> $24</td></tr><tr><td>~~a~~ b</td></tr></table> | - $24: b
            """)
    void wordsThatWereStruckOutAreGone(String body, String plain) {
        assertThat(text(body).replace("\n", " ")).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs <del>$20 $24.",
                "It costs <S class=\"old\">$20 $24.",
                "It costs <strike>$20 $24.\n\n```\n</strike>\n```\n",
                "It costs <del/>$20</del> $24.",
                "It costs <del>$20 $24.\n\nWater is <del>not</del> covered.",
                "It costs <s>$20 <s>or $22</s> before</s> $24.",
                "It costs <del>$20</s> $24.",
                "It costs $20</del> $24.",
                "It costs <del>$20 `</del>` $24.</del>",
                "- <del>Pro: $20\n- Home: $6",
                "<p>It costs <s>$20</p><p>now $24</s>.</p>",
                "<table><tr><td><del>$20</td><td>$24</del></td></tr></table>",
                "<h2>Was <del>$20</h2>",
                "<pre>cost: <s>20 24</pre>"
            })
    void aFileThatDoesNotSayWhereWordsStruckOutEndIsRefused(String body) {
        assertThat(refused("---\ntitle: T\n---\nHello.\n\n" + body + "\n"))
                .isNotEmpty()
                .first()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(6));
    }

    @Test
    void aFlawOfStruckOutWordsIsNamedWithItsLineAndWhatToWrite() {
        assertThat(refused("""
                ---
                title: T
                ---
                import A from './a';
                ```
                <del>
                ```
                :::tip Now
                It costs <del>$20 $24.
                :::
                It was</s> $20.
                """))
                .containsExactly(
                        new Problem(
                                9,
                                "'<del>' does not say where it ends; put '</del>' behind the words that are struck out,"
                                        + " in the same paragraph, entry or cell, or take it out"),
                        new Problem(
                                11,
                                "'</s>' ends what nothing began; put '<s>' before the words that are struck out,"
                                        + " or take it out"));
        assertThat(refused("It costs <s>$20 $24.")).extracting(Problem::line).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write `<del>` or `</s>`.                    | Write <del> or </s>.
            Write <code>&lt;s> and <s></code>.          | Write <s> and <s>.
            Write \\<del> or a<script>"<s>"</script>.     | Write <del> or a.
            It is<!-- <del> --> free.                   | It is free.
            <del><p>It is <b>free</b><br>.</p></del>It costs $24. | It costs $24.
            """)
    void whatOnlyLooksLikeStrikingOutIsNoFlaw(String body, String plain) {
        assertThat(text(body)).isEqualTo(plain);
    }

    @Test
    void aParagraphStruckOutAsAWholeIsGone() {
        assertThat(text("It is free.\n\n~~It costs **$20** a `month`.~~\n")).isEqualTo("It is free.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It costs $24<sup>1</sup> a month.                 | It costs $24 a month.
            It costs **$24**<sup>1</sup>.                     | It costs $24.
            It costs $24 <SUP><a href="#n1">[12]</a></SUP>.   | It costs $24 .
            It costs $24<sup>*</sup>.                         | It costs $24.
            It costs $10<sup>1</sup>.                         | It costs $10.
            It costs $9<sup>99</sup>.                         | It costs $9⁹⁹.
            It costs $9<sup>.99</sup>.                        | It costs $9.99.
            It takes 10<sup>6</sup> or 10<sup>-3</sup>.       | It takes 10⁶ or 10⁻³.
            The 5<sup>th</sup> hub covers 9 m<sup>2</sup>.    | The 5th hub covers 9 m2.
            """)
    void aRaisedFigureNeverRunsIntoTheOneBeforeIt(String body, String plain) {
        assertThat(text(body)).isEqualTo(plain);
    }

    @Test
    void keepsTheWordsOfLinksAndEmphasisAndDropsImages() {
        assertThat(text("Click **Save**, see [our *guide*](guide.md) or https://a.example/x?y=1. ![a cat](cat.png)"))
                .isEqualTo("Click Save, see our guide or https://a.example/x?y=1.");
    }

    @Test
    void turnsMdxIntoWords() {
        var mdx = """
                import useBaseUrl from '@docusaurus/useBaseUrl';
                import { A,
                  B } from './b';

                <head>
                  <script type="application/ld+json">{`{ "a": "b > c" }`}</script>
                </head>

                :::tip Read this first
                Cards work at once.
                :::

                <CtaBox
                  headline="Buy > now"
                  link={useBaseUrl('x')}
                />

                Use <b>Settings</b>{/* don't show */} and `<your-name>`.<br/>Done <Optional />.

                <details>
                <summary>More</summary>

                  Inside.
                </details>
                """;
        assertThat(text(mdx)).isEqualTo("""
                Read this first

                Cards work at once.

                Use Settings and <your-name>.
                Done .

                More

                Inside.""");
    }

    @Test
    void leavesBracesAndUnknownTagsOfPlainMarkdownAlone() {
        assertThat(text("Send {name} to <your-domain>/x if a < b."))
                .isEqualTo("Send {name} to <your-domain>/x if a < b.");
    }

    @Test
    void makesEachTableRowALineThatNamesItsColumns() {
        assertThat(text("""
                | Plan | Price | Users |
                | --- | --- | --- |
                | Home | **$6** | 4 |
                | Pro | $24 | |
                """)).isEqualTo("- Plan: Home; Price: $6; Users: 4\n- Plan: Pro; Price: $24");
        assertThat(text("""
                <table>
                  <tr><th>Plan</th>
                      <th>Price</th></tr>
                  <tr><td><a href="x">Home</a></td><td>$6 |
                     net</td></tr>
                </table>
                """)).isEqualTo("- Plan: Home; Price: $6 | net");
    }

    @Test
    void keepsTheNumbersOfStepsAndMarksCode() {
        assertThat(text("""
                Do this:

                3. Open **Settings**.
                4. Run

                   ```bash
                   a  <b> && c
                   ```
                   and wait.

                - one
                  - two
                """)).isEqualTo("""
                Do this:

                3. Open Settings.
                4. Run
                  ```
                  a  <b> && c
                  ```
                  and wait.

                - one
                  - two""");
    }

    @Test
    void readsHtmlListsAndHeadings() {
        var article = parsed("Hello.\n\n<h3>\n\nNext\n\n</h3>\n\n<ol>\n<li>First</li>\n<li>\n  Second</li>\n</ol>\n");
        assertThat(article.pieces())
                .extracting(ParsedArticle.Piece::text)
                .containsExactly("Hello.", "1. First\n2. Second");
        assertThat(article.pieces().getLast().heading()).containsExactly("Next");
    }

    @Test
    void takesALineInBoldForAHeading() {
        var pieces = parsed("## Cards\n\nIntro.\n\n**Prepaid cards**\n\nNot accepted.\n")
                .pieces();
        assertThat(pieces.getLast().heading()).containsExactly("Cards", "Prepaid cards");
        assertThat(pieces.getLast().text()).isEqualTo("Not accepted.");
    }
}
