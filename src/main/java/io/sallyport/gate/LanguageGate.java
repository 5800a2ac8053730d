package io.sallyport.gate;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Verdict;
import io.sallyport.text.LanguageDetector;
import java.util.Optional;
import java.util.Set;

/** Lets a reply through only in the customer's own language, and only if that is one we can vouch for. */
public final class LanguageGate implements Gate<Reply> {

    public static final String NAME = "language";

    /** Detectors guess below about a line of text. */
    private static final int TELLING_LETTERS = 40;

    private final LanguageDetector detector;
    private final Set<String> served;

    LanguageGate(LanguageDetector detector, Set<String> served) {
        this.detector = detector;
        this.served = Set.copyOf(served);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict judge(CaseRecord record, Reply reply) {
        String customers = record.screening().language();
        return whyNot(customers, reply)
                .map(why -> Verdict.stop(NAME, why))
                .orElseGet(() -> Verdict.pass(NAME, "customer and reply: " + customers));
    }

    private Optional<String> whyNot(String customers, Reply reply) {
        if (customers.equals("und")) {
            return Optional.of("nobody can tell the customer's language");
        }
        if (!reply.language().equals(customers)) {
            return Optional.of("the customer writes '" + customers + "', the reply is '" + reply.language() + "'");
        }
        if (!served.contains(customers)) {
            return Optional.of("the language '" + customers + "' is not served");
        }
        String text = reply.text();
        long letters = text.chars().filter(Character::isLetter).count();
        if (letters < TELLING_LETTERS) {
            return Optional.empty();
        }
        String found = detector.detect(text).code();
        return found.equals(customers)
                ? Optional.empty()
                : Optional.of("the reply reads as '" + found + "', not as '" + customers + "'");
    }
}
