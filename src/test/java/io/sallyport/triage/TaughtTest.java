package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Category;
import io.sallyport.triage.Taught.Kind;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaughtTest {

    private static final List<String> OWN = IntStream.range(0, 60)
            .mapToObj(number -> "How do I pair leak sensor number " + number + " with the hub?")
            .toList();

    private static final List<String> ANOTHERS = IntStream.range(0, 60)
            .mapToObj(number -> "Which of your " + number + " novels should I read first on my holiday in Spain?")
            .toList();

    @Test
    void isHeardOnWhatDoesNotBelongWhereItKnowsTheCompany() {
        assertThat(Engine.TAUGHT.isToBeHeard(Kind.ELSEWHERE, OWN)).isTrue();
    }

    @Test
    void isNotHeardWhereACompanysPlainMessagesWouldNotBelong() {
        assertThat(Engine.TAUGHT.isToBeHeard(Kind.ELSEWHERE, ANOTHERS)).isFalse();
    }

    @Test
    void withFewPlainMessagesIsHeardOnAllButWhatDoesNotBelong() {
        var few = OWN.subList(0, 10);

        assertThat(Kind.values())
                .filteredOn(kind -> !Engine.TAUGHT.isToBeHeard(kind, few))
                .containsExactly(Kind.ELSEWHERE);
    }

    @Test
    void isNotHeardOnAKindItWouldSeeInPlainMessages() {
        var screamed = Collections.nCopies(60, "A stranger is inside our account right now and reads everything.");

        assertThat(Engine.TAUGHT.isToBeHeard(Kind.SECURITY, screamed)).isFalse();
    }

    @Test
    void sharesAreOfCategories() {
        assertThat(Engine.TAUGHT.share("Where is my parcel?", Category.RETURNS_AND_ORDERS))
                .isGreaterThan(0.8);
    }
}
