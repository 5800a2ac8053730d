package io.sallyport.gate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.action.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the schema of the policies does not know of an action is said with the words to write. */
class SchemaActionsTest {

    private final SchemaActions shipped = new SchemaActions(ShippedPolicies.load());

    private Optional<String> whyNot(String action, String about, String... arguments) {
        return shipped.whyNot(action, List.of(about), Set.of(arguments));
    }

    @Test
    void everyShippedActionIsDeclaredWithAllOfItsArguments() {
        assertThat(Catalogue.shipped().all())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(
                                shipped.whyNot(each.name(), each.details().about(), each.arguments()))
                        .isEmpty());
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
        assertThat(whyNot("undo", "order")).hasValueSatisfying(why -> assertThat(why).contains("name Customer"));
    }

    @Test
    void anArgumentThatPoliciesWouldNotBeShownIsNamed() {
        assertThat(whyNot("refund", "order", "order", "shoe_size"))
                .hasValueSatisfying(why -> assertThat(why).contains("'shoe_size'", "shoe_size?: String"));
    }
}
