package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Findings;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Trigger;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.OnnxEmbedder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is quoted holds the answer, and says of what it holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuotedAnswerTest {

    private static final String QUESTION =
            "How long may I keep a rented kayak, and how much is each further day after the agreed return?";

    private static final String ANSWER =
            "A rented kayak may be kept for seven days. Each further day after the agreed return costs $14.";

    private static final String ELSE = "There are no further days on a guided tour.";

    private final BgeSmall network = BgeSmall.load();
    private final ExtractiveComposer composer = new ExtractiveComposer(
            new OnnxEmbedder(network), Precedents.none(new OnnxEmbedder(network)), "Mill Pond Boats");

    @AfterAll
    void close() {
        network.close();
    }

    private static Passage section(String anchor, String heading, String text) {
        return new Passage(
                "article:kayaks#" + anchor,
                new SourceRef("article:kayaks", 2),
                "Renting a kayak › " + heading,
                text,
                5,
                Optional.empty());
    }

    private Composition compose(Channel channel, String text, Passage... passages) {
        var ticket = new Ticket("t", "1", channel, "a@example.org", "", "link");
        var message = new Message(
                "m", Message.Author.CUSTOMER, "a@example.org", Instant.EPOCH, "", text, "", List.of(), Map.of());
        var nothing = new Findings(Optional.empty(), Optional.empty(), Optional.empty());
        var record = CaseRecord.fresh(CaseId.random(), 1, ticket, Instant.EPOCH, List.of(message), nothing);
        return composer.compose(record, new Evidence(text, List.of(passages), List.of()), List.of());
    }

    private Composition compose(Passage... passages) {
        return compose(Channel.EMAIL, QUESTION, passages);
    }

    private static Reply written(Composition composition) {
        assertThat(composition).isInstanceOf(Composition.Written.class);
        return ((Composition.Written) composition).reply();
    }

    @Test
    void isLeftToAPersonWhenTheSentenceThatAnswersDoesNotFit() {
        var passage = section(
                "rent",
                "How long may I keep a rented kayak?",
                "Our boats are yellow. The shop opens at nine. A life jacket hangs beside each boat. " + ANSWER);
        assertThat(written(compose(Channel.EMAIL, QUESTION, passage)).text()).contains("$14");
        assertThat(compose(Channel.CHAT, QUESTION, passage)).isInstanceOfSatisfying(Composition.Declined.class, it -> {
            assertThat(it.why().kind()).isEqualTo(Trigger.Kind.LOW_CONFIDENCE);
            assertThat(it.why().because()).contains("leaves out the sentence", "further day");
        });
    }

    @Test
    void aHeadingThatOnlyNamesTheMatterDoesNotAnswerForTheSentenceThatDoes() {
        String page = "How long may I keep a rented kayak?";
        var companies = section(
                "rent",
                "How much companies pay for each further day after the agreed return › " + page,
                "Our boats are yellow. The shop opens at nine. A life jacket hangs beside each boat. " + ANSWER);
        var schools = section("schools", "Schools › Tours", ELSE);
        assertThat(written(compose(Channel.EMAIL, QUESTION, companies, schools)).text())
                .contains("How much companies pay", "$14");
        assertThat(compose(Channel.CHAT, QUESTION, companies, schools)).isInstanceOf(Composition.Declined.class);
    }

    @Test
    void isLeftToAPersonWhenOneOfTwoQuestionsIsAnsweredWhereNothingFits() {
        String both = QUESTION + " May I bring my dog aboard a rented kayak?";
        var days = section("rent", "How long may I keep a rented kayak?", ANSWER);
        var dogs = section(
                "dogs",
                "May I bring a dog aboard?",
                "You may bring your dog aboard a rented kayak. Dogs wear a life jacket. The shop lends one. Cats stay ashore.");
        assertThat(written(compose(Channel.EMAIL, both, days, dogs)).text()).contains("$14", "your dog");
        assertThat(compose(Channel.CHAT, both, days, dogs))
                .isInstanceOfSatisfying(
                        Composition.Declined.class,
                        it -> assertThat(it.why().because()).contains("bring my dog"));
        assertThat(written(compose(Channel.CHAT, QUESTION, days, dogs)).text()).contains("$14");
    }

    @Test
    void saysEveryHeadingThatTellsItFromTheArticlesOtherSections() {
        var companies = section("cost", "Companies › Late returns of kayaks", ANSWER);
        var schools = section("cost-2", "Schools › Late returns of kayaks", ELSE);
        assertThat(written(compose(companies, schools)))
                .satisfies(reply -> assertThat(reply.text()).contains("Companies\n\nA rented kayak may be kept"))
                .satisfies(reply -> assertThat(reply.citations())
                        .extracting(Citation::quote)
                        .contains("Companies"));
        var deeper = section("cost-3", "Companies › Groups", ELSE);
        var group = section("cost-4", "Companies › Teams", ANSWER);
        assertThat(written(compose(group, deeper, schools)).text()).contains("Companies\n\nTeams\n\nA rented kayak");
        assertThat(written(compose(group, deeper)).text())
                .contains("Teams\n\nA rented")
                .doesNotContain("Companies");
        assertThat(written(compose(Channel.EMAIL, "Our companies ask: " + QUESTION, companies, schools))
                        .text())
                .doesNotContain("Companies\n\n");
    }

    @Test
    void isLeftToAPersonUnderAHeadingAboveThatOnlyAsks() {
        var companies = section("cost", "Do companies rent kayaks? › Late returns of kayaks", ANSWER);
        var schools = section("cost-2", "Do schools rent kayaks? › Late returns of kayaks", ELSE);
        assertThat(compose(companies, schools)).isInstanceOf(Composition.Declined.class);
        assertThat(written(compose(companies)).text()).contains("$14");
        var prices = section("prices", "Do schools rent kayaks? › Prices", ELSE);
        assertThat(written(compose(companies, prices)).text()).contains("$14").doesNotContain("Do companies");
    }

    @Test
    void saysTheHeadingThatDeniesOverItsListThoughTheCustomerHasSaidIt() {
        String steps = "1. Bring the kayak back after the further day.\n2. Pay $14 for each further day.";
        String asked = "No agreed return for my rented kayak! " + QUESTION;
        assertThat(written(compose(Channel.EMAIL, asked, section("no", "No agreed return", steps)))
                        .text())
                .contains("No agreed return\n\n1. Bring");
        assertThat(written(compose(Channel.EMAIL, asked, section("no", "No agreed return", ANSWER)))
                        .text())
                .doesNotContain("No agreed return");
    }

    @Test
    void isNoPieceOfASectionThatTheNextOneTakesBack() {
        String page = "How long may I keep a rented kayak?";
        var first = section("keep", page, "The boats are yellow.\n\n" + ANSWER);
        var takesBack = section("keep.2", page, "However, this does not apply to double kayaks.");
        assertThat(written(compose(first, section("keep.2", page, "Double kayaks are green.")))
                        .text())
                .contains("$14");
        assertThat(compose(first, takesBack)).isInstanceOf(Composition.Declined.class);
        assertThat(compose(section("keep.2", page, ANSWER), section("keep.3", page, "However, not in winter.")))
                .isInstanceOf(Composition.Declined.class);
        assertThat(written(compose(first, section("late.2", page, "However, not in winter.")))
                        .text())
                .contains("$14");
    }
}
