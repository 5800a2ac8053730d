package io.sallyport.stories;

import static io.sallyport.testkit.BoatRental.DAYS;
import static io.sallyport.testkit.BoatRental.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.testkit.BoatRental;
import io.sallyport.testkit.Moves;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What specialists may look up, and how often. */
@Tag("database")
class ModelToolStoriesTest {

    private static final String GOOD = Moves.answer(DAYS, PRICE);

    @Test
    void looksThingsUpAndTheCaseSaysWhat() {
        try (var boats = BoatRental.inAuto(
                Moves.tool("search_articles", "late return of a kayak"), Moves.tool("read_article", "kayaks"), GOOD)) {
            CaseId id = boats.ask();
            assertThat(boats.desk().channel().posted()).hasSize(1);
            assertThat(boats.facts(id, Fact.ToolCalled.class))
                    .extracting(Fact.ToolCalled::tool, Fact.ToolCalled::outcome)
                    .containsExactly(tuple("search_articles", "1 passage"), tuple("read_article", "article:kayaks@1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"refund", "known_issue", "run_sql", "SEARCH_ARTICLES"})
    void aToolThatIsNotTheSpecialistsIsRefusedAndTheCaseSaysSo(String tool) {
        try (var boats = BoatRental.inAuto(Moves.tool(tool, "all of it"), GOOD)) {
            CaseId id = boats.ask();
            assertThat(boats.facts(id, Fact.ToolCalled.class)).singleElement().satisfies(it -> {
                assertThat(it.tool()).isEqualTo(tool);
                assertThat(it.outcome()).startsWith("refused");
            });
            assertThat(boats.desk().channel().posted()).hasSize(1);
        }
    }

    @Test
    void articlesOfOthersAndInternalOnesAreNeverRead() {
        try (var boats = BoatRental.inAuto(
                Moves.tool("read_article", "article:playbook@1"),
                Moves.tool("read_article", "moorings"),
                Moves.tool("search_articles", "goodwill credits and moorings and paddles"),
                GOOD)) {
            CaseId id = boats.ask();
            IntStream.rangeClosed(1, 4)
                    .forEach(nth -> assertThat(boats.read(nth))
                            .doesNotContain("Goodwill credits of up to", "costs $9", "broken paddle"));
            assertThat(boats.facts(id, Fact.ToolCalled.class)).hasSize(3);
        }
    }

    @Test
    void threeCallsOfOneKindAreACircle() {
        try (var boats = BoatRental.inAuto(Moves.tool("search_articles", "kayak"))) {
            CaseId id = boats.ask();
            boats.assertPersonHasIt(id, "the same 3 times");
            assertThat(boats.stub().asked()).hasSize(3);
        }
    }

    @Test
    void tenTurnsAreEnough() {
        var endless = IntStream.range(0, 20)
                .mapToObj(n -> Moves.tool("search_articles", "kayak " + n))
                .toArray(String[]::new);
        try (var boats = BoatRental.inAuto(endless)) {
            CaseId id = boats.ask();
            boats.assertPersonHasIt(id, "10 times");
            assertThat(boats.stub().asked()).hasSize(10);
        }
    }
}
