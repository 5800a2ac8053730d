package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.answer.Unit.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTextTest {

    @Test
    void aFurtherSentenceOfAStepIsNoStepOfItsOwn() {
        var units = PassageText.units("1. Hold the button. The light blinks.\n   Keep holding it.\n2. Wait a minute.");
        assertThat(units).extracting(Unit::form).containsOnly(Form.STEP);
        assertThat(units).extracting(Unit::goesOn).containsExactly(false, true, true, false);
        assertThat(units).extracting(Unit::block).containsOnly(units.getFirst().block());
    }

    @Test
    void aListInsideAStepIsToldFromTheSteps() {
        var units = PassageText.units(
                "1. Open the app.\n2. Do one of these:\n   - Restart the hub.\n\n   1. Reset it.\n\n3. Wait a minute.");
        assertThat(units)
                .extracting(Unit::form)
                .containsExactly(Form.STEP, Form.STEP, Form.NESTED, Form.NESTED, Form.STEP);
        assertThat(units).extracting(Unit::block).containsOnly(units.getFirst().block());
    }

    @Test
    void stepsThatBeginAnewAreAnotherList() {
        List<Unit> units = PassageText.units("1. Open the app.\n\n2. Wait.\n\n1. Open the lid.");
        assertThat(units.get(1).block()).isEqualTo(units.getFirst().block());
        assertThat(units.get(2).block()).isNotEqualTo(units.getFirst().block());
    }

    @Test
    void theFirstSentenceMayLeanLikeAnyOther() {
        assertThat(PassageText.units("It is free on every plan. The hub is not."))
                .extracting(Unit::leansOnPrevious)
                .containsExactly(true, false);
    }
}
