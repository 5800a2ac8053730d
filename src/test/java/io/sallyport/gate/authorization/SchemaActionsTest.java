package io.sallyport.gate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.action.Catalogue;
import io.sallyport.action.Definition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the schema of the policies does not know of an action is said with the words to write. */
class SchemaActionsTest {

    private final SchemaActions shipped = new SchemaActions(ShippedPolicies.load());

    private Optional<String> whyNot(String action, String about, String... arguments) {
        return shipped.whyNot(action, List.of(about), Set.of(arguments), Set.of());
    }

    private Optional<String> whyNotReading(Definition entry, Set<String> reads) {
        return shipped.whyNot(entry.name(), entry.details().about(), entry.arguments(), reads);
    }

    private static Set<String> without(Set<String> some, String one) {
        return some.stream().filter(each -> !each.equals(one)).collect(Collectors.toSet());
    }

    private static Set<String> with(Set<String> some, String one) {
        return Stream.concat(some.stream(), Stream.of(one)).collect(Collectors.toSet());
    }

    @Test
    void everyShippedActionIsDeclaredWithAllOfItsArgumentsAndReadsWhatPoliciesAreShown() {
        assertThat(Catalogue.shipped().all())
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(whyNotReading(each, each.details().reads())).isEmpty());
    }

    @Test
    void anActionThatIsNotThereIsSaidWithTheLineToWrite() {
        assertThat(whyNot("warranty-swap", "gift-card", "order"))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("action \"warranty-swap\" appliesTo { principal: [Customer], resource: [GiftCard]"));
        assertThat(whyNot("payout", "order")).isPresent();
    }

    @Test
    void aKindOfRecordThatItDoesNotApplyToIsNamed() {
        assertThat(whyNot("invoice-resend", "order", "invoice"))
                .hasValueSatisfying(why -> assertThat(why).contains("[Invoice]", "name Order among its resources"));
        assertThat(whyNot("undo", "order"))
                .hasValueSatisfying(why -> assertThat(why).contains("name Customer"));
    }

    @Test
    void anArgumentThatPoliciesWouldNotBeShownIsNamed() {
        assertThat(whyNot("refund", "order", "order", "shoe_size"))
                .hasValueSatisfying(why -> assertThat(why).contains("'shoe_size'", "shoe_size?: String"));
    }

    @ParameterizedTest
    @CsvSource({
        "return-authorization, return.status",
        "return-authorization, order.address_id",
        "data-export, account.account",
        "plan-cancel, subscription.renews"
    })
    void aFieldThatPoliciesAreNotShownIsNamed(String action, String field) {
        Definition entry = Catalogue.shipped().find(action).orElseThrow();
        assertThat(whyNotReading(entry, with(entry.details().reads(), field)))
                .hasValueSatisfying(
                        why -> assertThat(why).contains("reads '" + field + "'", "take it out", "account.status"));
    }

    @ParameterizedTest
    @CsvSource({
        "refund, account.roles",
        "refund, order.refunded_minor",
        "refund, order.placed",
        "refund, order.has_digital",
        "refund, invoice.amount_minor",
        "partial-refund, order.items"
    })
    void aFieldThatPoliciesRequireAndTheEntryDoesNotNameIsNamed(String action, String field) {
        Definition entry = Catalogue.shipped().find(action).orElseThrow();
        assertThat(whyNotReading(entry, without(entry.details().reads(), field)))
                .hasValueSatisfying(
                        why -> assertThat(why).contains("does not say that it reads '" + field + "'", "write"));
    }

    @Test
    void whatARecordMayLackAndWhoseItIsNeedNotBeNamed() {
        Definition refund = Catalogue.shipped().find("refund").orElseThrow();
        Set<String> reads = refund.details().reads();
        assertThat(whyNotReading(refund, without(reads, "order.delivered"))).isEmpty();
        assertThat(whyNotReading(refund, with(reads, "order.account"))).isEmpty();
    }
}
