package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.fix;
import static io.sallyport.stories.TrackedDesk.hear;
import static io.sallyport.stories.TrackedDesk.issues;
import static io.sallyport.stories.TrackedDesk.passTime;
import static io.sallyport.stories.TrackedDesk.report;
import static io.sallyport.stories.TrackedDesk.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.BrokenCase;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer hears of engineering, and what becomes of their answer. Each also killed at every step. */
@Tag("database")
class NewsStoriesTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatEngineeringSaysAfterNineDaysTheCustomerHearsOnce(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            passTime(desk, Duration.ofDays(1), 9);
            fix(desk, "The export writes all rows since version 2.1. Start it once more.");
            hear(desk);
            hear(desk);
            passTime(desk, Duration.ofHours(8), 3);
            hear(desk);
            assertThat(desk.channel().posted())
                    .filteredOn(text -> text.contains("2.1"))
                    .containsExactly("""
                            Hello,

                            What you reported is fixed.

                            The export writes all rows since version 2.1. Start it once more.

                            Does it work for you now?

                            This message was written by an automated agent.""");
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whomNobodyAnswersForTwoCadencesHearsEachTimeAndSoDoThoseWhoHaveIt(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            for (int reminders = 1; reminders <= 2; reminders++) {
                Instant due = desk.load(id).handOver().remindAt().orElseThrow();
                desk.tick(Duration.between(desk.clock().instant(), due));
                desk.runUntilQuiet();
                passTime(desk, Duration.ofSeconds(30), 3);
                int told = reminders;
                assertThat(desk.load(id).handOver().reminders()).isEqualTo(told);
                assertThat(desk.channel().posted())
                        .filteredOn(text -> text.contains("Nobody has an answer for you yet."))
                        .hasSize(told)
                        .allSatisfy(text -> assertThat(text).contains("You will hear from a person by"));
                assertThat(desk.tools().posts(10))
                        .filteredOn(post -> post.title().contains("reminder " + told))
                        .hasSize(1);
            }
        });
    }

    private static void answer(DeskKit desk) {
        desk.tools()
                .issues()
                .move(
                        issues(desk).getFirst().id(),
                        IssueNews.State.ANSWERED,
                        "Export month by month until version 2.1 is out.",
                        "Noor");
        hear(desk);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverJoinsAnIssueThatIsAnsweredIsToldTheAnswerOnce(boolean crashing) {
        story(crashing, desk -> {
            report(desk);
            answer(desk);
            passTime(desk, Duration.ofDays(2), 1);
            CaseId late = report(desk);
            passTime(desk, Duration.ofMinutes(1), 3);
            assertThat(desk.load(late).handOver().findIssue())
                    .contains(issues(desk).getFirst().id());
            for (int polls = 0; polls < 3; polls++) {
                hear(desk);
                passTime(desk, Duration.ofSeconds(30), 1);
            }
            assertThat(desk.channel().posted())
                    .filteredOn(text -> text.contains("month by month"))
                    .hasSize(2);
            fix(desk, "The export is fixed in 2.1.");
            hear(desk);
            assertThat(desk.channel().posted())
                    .filteredOn(text -> text.contains("fixed in 2.1"))
                    .hasSize(2);
        });
    }

    @Test
    void anAnswerThatWasTakenBackIsToldToNobodyWhoJoinsLater() {
        story(false, desk -> {
            report(desk);
            answer(desk);
            desk.tools().issues().move(issues(desk).getFirst().id(), IssueNews.State.OPEN, "", "Noor");
            hear(desk);
            CaseId late = report(desk);
            passTime(desk, Duration.ofMinutes(1), 3);
            hear(desk);
            assertThat(desk.load(late).handOver().findIssue())
                    .contains(issues(desk).getFirst().id());
            assertThat(desk.channel().posted())
                    .filteredOn(text -> text.contains("month by month"))
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoSaysThatItHelpedIsDone(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            fix(desk, "");
            hear(desk);
            desk.write(id, "It works now, thank you!");
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing())
                    .isInstanceOfSatisfying(
                            Standing.Resolved.class,
                            resolved -> assertThat(resolved.how()).contains("helped"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It works now. Please have a person call me back.",
                "It works now, thank you. I will close the shop for good and nobody will miss me.",
                "All good now and my solicitor will write to you anyway.",
            })
    void whoSaysMoreThanThatItHelpedIsRead(String words) {
        story(false, desk -> {
            CaseId id = report(desk);
            fix(desk, "");
            hear(desk);
            desk.write(id, words);
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isNotInstanceOf(Standing.Resolved.class);
            assertThat(desk.load(id).findings().triage()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsStillBrokenGoesBackToThoseWhoHadItAndOpensTheIssueAgain(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            desk.decide(
                    id, new Fact.Reclassified(Optional.empty(), Optional.empty(), Optional.of("product"), "theirs"));
            desk.runUntilQuiet();
            fix(desk, "The export is fixed in 2.1.");
            hear(desk);
            desk.tick(Duration.ofDays(1));
            desk.write(id, "Sadly it still stops half way.");
            desk.write(id, "It is still broken.");
            desk.runUntilQuiet();
            passTime(desk, Duration.ofMinutes(1), 3);
            assertThat(desk.load(id).standing())
                    .isInstanceOfSatisfying(
                            Standing.WithPeople.class,
                            people -> assertThat(people.queue()).isEqualTo("product"));
            assertThat(issues(desk))
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.state()).isEqualTo(IssueNews.State.OPEN));
            assertThat(desk.channel().posted().getLast()).contains("You will hear from a person by");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wordsThatNoGateLetsThroughArePeoples(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            int before = desk.channel().posted().size();
            fix(desk, "Same as for joan.weaver@example.net, order HL-48211.");
            hear(desk);
            assertThat(desk.channel().posted()).hasSize(before);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(desk.load(id).handOver().news()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoHasTheCaseInHandTellsTheCustomerThemselves(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            desk.decide(id, new Fact.CaseClaimed());
            desk.runUntilQuiet();
            int before = desk.channel().posted().size();
            fix(desk, "The export is fixed in 2.1.");
            hear(desk);
            assertThat(desk.channel().posted()).hasSize(before);
            assertThat(desk.load(id).handOver().notes()).singleElement().satisfies(note -> {
                assertThat(note.mentions()).containsExactly("ines");
                assertThat(note.text()).contains("fixed in 2.1");
            });
            desk.decide(id, new Fact.CaseResolved("told by phone"));
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(before);
        });
    }

    private static IssueNews said(DeskKit desk, String id, IssueNews.State state, String note, Duration ago) {
        Instant at = desk.clock().instant().minus(ago);
        return new IssueNews(id, issues(desk).getFirst().id(), state, note, "Noor", at);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerThatArrivesAfterTheFixIsToldToNobody(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            IssueNews answered =
                    said(desk, "a", IssueNews.State.ANSWERED, "Export month by month.", Duration.ofHours(2));
            desk.news()
                    .hear(said(desk, "b", IssueNews.State.FIXED, "The export is fixed in 2.1.", Duration.ofHours(1)));
            desk.news().hear(answered);
            desk.runUntilQuiet();
            desk.news().hear(answered);
            hear(desk);
            assertThat(desk.channel().posted())
                    .noneMatch(text -> text.contains("month by month"))
                    .filteredOn(text -> text.contains("2.1"))
                    .hasSize(1);
            assertThat(desk.load(id).handOver().news())
                    .hasValueSatisfying(news -> assertThat(news.state()).isEqualTo(IssueNews.State.FIXED));
            assertThat(desk.cases().events(id))
                    .filteredOn(event -> event.fact() instanceof Fact.IssueMoved)
                    .hasSize(2);

            CaseId late = desk.ticket(TrackedDesk.FAULT);
            desk.runUntilQuiet();
            passTime(desk, Duration.ofMinutes(1), 3);
            desk.news().hear(answered);
            hear(desk);
            assertThat(desk.load(late).handOver().findIssue())
                    .contains(issues(desk).getFirst().id());
            assertThat(desk.channel().posted())
                    .noneMatch(text -> text.contains("month by month"))
                    .filteredOn(text -> text.contains("2.1"))
                    .hasSize(2);
        });
    }

    @Test
    void whoHasTheCaseInHandIsNotToldOldNews() {
        story(false, desk -> {
            CaseId id = report(desk);
            desk.decide(id, new Fact.CaseClaimed());
            desk.news()
                    .hear(said(desk, "b", IssueNews.State.FIXED, "The export is fixed in 2.1.", Duration.ofHours(1)));
            desk.news().hear(said(desk, "a", IssueNews.State.ANSWERED, "By month.", Duration.ofHours(2)));
            assertThat(desk.load(id).handOver().notes())
                    .singleElement()
                    .satisfies(note -> assertThat(note.text()).contains("2.1"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "ANSWERED", "FIXED"})
    void aCaseThatCannotBeReadHoldsUpNobodysNewsAndHearsItOnceItCan(IssueNews.State state) {
        story(false, desk -> {
            CaseId unreadable = report(desk);
            CaseId other = report(desk);
            passTime(desk, Duration.ofMinutes(1), 3);
            var broken = BrokenCase.make(desk, unreadable);
            String issue = issues(desk).getFirst().id();
            if (state == IssueNews.State.OPEN) {
                desk.tools().issues().comment(issue, "Noor", "We know why.", true);
            } else {
                desk.tools().issues().move(issue, state, "We know why.", "Noor");
            }
            hear(desk);
            hear(desk);
            assertThat(desk.load(other).handOver().news()).isPresent();
            assertThat(desk.news().poll()).as("news that are still to be read").isZero();

            desk.tick(Duration.ofDays(1));
            broken.mend();
            hear(desk);
            hear(desk);
            assertThat(desk.cases().events(unreadable))
                    .filteredOn(event -> event.fact() instanceof Fact.IssueMoved)
                    .hasSize(1);
            assertThat(desk.database()
                            .jdbc()
                            .sql("SELECT count(*) FROM issue_missed")
                            .query(Long.class)
                            .single())
                    .isZero();
        });
    }

    @Test
    void newsIsHeardOnceThoughTheReaderDiesBeforeItSaysWhereItWas() {
        story(false, desk -> {
            CaseId id = report(desk);
            fix(desk, "The export is fixed in 2.1.");
            hear(desk);
            desk.database().jdbc().sql("DELETE FROM issue_news_cursor").update();
            hear(desk);
            assertThat(desk.cases().events(id))
                    .filteredOn(event -> event.fact() instanceof Fact.IssueMoved)
                    .hasSize(1);
        });
    }
}
