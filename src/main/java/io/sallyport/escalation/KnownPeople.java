package io.sallyport.escalation;

import io.sallyport.casefile.PersonName;
import java.util.List;
import java.util.Optional;

/** The names that people of the desk go by. */
@FunctionalInterface
public interface KnownPeople {

    /** Folded, each once. */
    List<String> names();

    /** What to tell whoever names somebody whom nobody knows here. */
    default Optional<String> findDoubt(String person) {
        return names().contains(PersonName.of(person).folded())
                ? Optional.empty()
                : Optional.of("Nobody called " + person.strip()
                        + " serves a queue, enters the console or has decided anything lately; look whether the name is"
                        + " right.");
    }
}
