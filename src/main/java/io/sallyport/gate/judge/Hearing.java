package io.sallyport.gate.judge;

import io.sallyport.casefile.Opinion;

/** What became of a question to a judge. */
sealed interface Hearing {

    /** It answered, about everything it was asked. */
    record Given(Opinion opinion) implements Hearing {}

    /** @param why for a person: what went wrong, without anything the model wrote */
    record Missing(String why) implements Hearing {}
}
