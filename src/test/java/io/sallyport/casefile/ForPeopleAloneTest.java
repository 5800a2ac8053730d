package io.sallyport.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForPeopleAloneTest {

    private static final Set<String> THEIRS = Set.of("LEGAL", "SECURITY", "SAFETY", "PERSON_ASKED", "VIP");

    @ParameterizedTest
    @EnumSource
    void onlyAPersonEndsWhatIsMoreThanAFault(Trigger.Kind kind) {
        var people = new Standing.WithPeople(
                "technical",
                Instant.EPOCH,
                List.of(new Trigger(Trigger.Kind.NO_ANSWER, "no article"), new Trigger(kind, "words")),
                "why",
                List.of(),
                Optional.empty());

        assertThat(people.isForPeopleAlone()).isEqualTo(THEIRS.contains(kind.name()));
        assertThat(people.ownedBy(Optional.of("Ines")).isForPeopleAlone()).isTrue();
    }
}
