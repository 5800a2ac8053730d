package io.sallyport.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Trigger.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words alone do not bring a person in where the message as a whole is sure to mean something else; facts always do. */
class DoubtsTest {

    private static final Customer VIP = new Customer("kim@example.com", "Kim", "fleet", true, true, 1, "USD");

    private final Router router = new Router(new RoutingSettings(Set.of("en")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SEVERE_FRUSTRATION | You thieves of my heart: where is the screw?
            OUT_OF_SCOPE       | How long do I roast a goose?
            REPEATED_ATTEMPTS  | Fourth and last reminder.
            """)
    void aWordThatTheWholeMessageIsNothingLikeBringsNobodyIn(Kind kind, String text) {
        assertThat(kinds(List.of(text), Customer.unknown("kim@example.com"), List.of()))
                .contains(kind);
        assertThat(kinds(List.of(text), Customer.unknown("kim@example.com"), List.of(kind)))
                .doesNotContain(kind);
    }

    @Test
    void whatIsSetAsideStaysToBeSeen() {
        List<String> texts = List.of("You thieves of my heart: where is the screw?");

        assertThat(route(texts, List.of(Kind.SEVERE_FRUSTRATION)).setAside())
                .containsExactly(new Trigger(Kind.SEVERE_FRUSTRATION, "thieves"));
        assertThat(route(texts, List.of()).setAside()).isEmpty();
    }

    @Test
    void whatFactsSayIsNotDoubted() {
        List<Kind> found = kinds(List.of("It fails.", "Still.", "Still.", "And still."), VIP, List.of(Kind.values()));
        assertThat(found).contains(Kind.VIP, Kind.AT_RISK, Kind.REPEATED_ATTEMPTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SAFETY       | Someone is stuck in the lift.
            SECURITY     | One of our keys was pushed to a public repository.
            LEGAL        | My next letter will come from my solicitor.
            PERSON_ASKED | Put your supervisor on the line.
            """)
    void whatMustNotBeMissedIsNotDoubtedWhateverTriageSays(Kind kind, String text) {
        assertThat(kinds(List.of(text), Customer.unknown("kim@example.com"), List.of(Kind.values())))
                .contains(kind);
    }

    @Test
    void aDoubtOfOneKindLeavesTheOthers() {
        assertThat(kinds(
                        List.of("You stupid idiots! My lawyer will write to you."),
                        Customer.unknown("kim@example.com"),
                        List.of(Kind.SEVERE_FRUSTRATION)))
                .contains(Kind.LEGAL)
                .doesNotContain(Kind.SEVERE_FRUSTRATION);
    }

    private List<Kind> kinds(List<String> texts, Customer customer, List<Kind> doubts) {
        return route(texts, customer, doubts).triggers().stream()
                .map(Trigger::kind)
                .toList();
    }

    private Route route(List<String> texts, List<Kind> doubts) {
        return route(texts, Customer.unknown("kim@example.com"), doubts);
    }

    private Route route(List<String> texts, Customer customer, List<Kind> doubts) {
        return router.route(RouterTest.record(texts, customer, "en", Priority.P3, List.of(), doubts));
    }
}
