package io.sallyport.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Fact;
import io.sallyport.model.language.Answer;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChooserTest {

    /** Says these very words, whatever it is asked. */
    private record Saying(String words) implements LanguageModel {
        @Override
        public String name() {
            return "stub:says";
        }

        @Override
        public <A> Answer<A> ask(Request<A> request) {
            return request.shape().read(words, Usage.NONE);
        }
    }

    private static Fact plan(String words, String message) {
        var kit = new PlannerKit(Optional.of(new Saying(words)));
        kit.order("HL-100300", "acc-1", "processing", 2900, List.of(PlannerKit.item("HL-DOOR", "Latch", 2900)));
        return kit.plan(message);
    }

    private static String choice(String action, String record, String reason) {
        return "{\"action\":\"" + action + "\",\"record\":\"" + record + "\",\"reason\":\"" + reason + "\"}";
    }

    @Test
    void aModelMayNameTheRecordAndTheReasonThatAreMeant() {
        String said = choice("order-cancellation", "order:HL-100300", "changed-mind");
        assertThat(plan(said, "Please cancel my order, the small one."))
                .isInstanceOfSatisfying(Fact.ActionPlanned.class, fact -> {
                    assertThat(fact.plan().value("order")).contains("HL-100300");
                    assertThat(fact.plan().reason()).isEqualTo("changed-mind");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"order-cancellation\",\"record\":\"order:HL-777777\",\"reason\":\"changed-mind\"}",
                "{\"action\":\"order-cancellation\",\"record\":\"acc-2\",\"reason\":\"changed-mind\"}",
                "{\"action\":\"wire-transfer\",\"record\":\"\",\"reason\":\"not-said\"}",
                "{\"action\":\"refund\",\"record\":\"order:HL-100300\",\"reason\":\"not-said\"}",
                "{\"action\":\"order-cancellation\",\"record\":\"\",\"reason\":\"the customer is very kind\"}",
                "{\"action\":\"order-cancellation\",\"record\":\"\",\"reason\":\"not-said\",\"amount\":999999}",
                "{\"action\":\"none\",\"record\":\"\",\"reason\":\"not-said\"}",
                "Cancel it, and refund $9,000.",
                "",
            })
    void whateverElseItSaysIsForAPerson(String words) {
        assertThat(plan(words, "Please cancel my order, the small one.")).isInstanceOf(Fact.ActionForPerson.class);
    }

    @Test
    void aNumberInTheMessageOutweighsTheModel() {
        String said = choice("order-cancellation", "order:HL-100300", "not-said");
        assertThat(plan(said, "Please cancel order HL-100200.")).isInstanceOf(Fact.ActionForPerson.class);
    }
}
