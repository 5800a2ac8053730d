package io.sallyport.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Trigger.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a message as a whole gives reason for brings a person in, although none of its words does. */
class ImpressionsTest {

    private static List<Trigger> triggers(String text, Kind... impressions) {
        var record = RouterTest.record(
                List.of(text), Customer.unknown("kim@example.com"), "en", Priority.P3, List.of(impressions));
        return new Router(new RoutingSettings(Set.of("en"))).route(record).triggers();
    }

    @Test
    void bringsAPersonWithoutAWordOfItsOwn() {
        assertThat(triggers("The tiles on my page look odd.", Kind.SECURITY, Kind.LEGAL))
                .containsExactly(
                        new Trigger(Kind.SECURITY, "by the message as a whole"),
                        new Trigger(Kind.LEGAL, "by the message as a whole"));
    }

    @Test
    void showsTheWordsWhereThereAreSome() {
        assertThat(triggers("I want to talk to a real person.", Kind.PERSON_ASKED))
                .singleElement()
                .satisfies(trigger -> {
                    assertThat(trigger.kind()).isEqualTo(Kind.PERSON_ASKED);
                    assertThat(trigger.because()).isEqualTo("want to talk to");
                });
    }

    @Test
    void withoutOneNobodyIsBroughtIn() {
        assertThat(triggers("The tiles on my page look odd.")).isEmpty();
    }
}
