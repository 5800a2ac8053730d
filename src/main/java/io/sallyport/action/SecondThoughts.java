package io.sallyport.action;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.PhraseHit;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What customers write with a one-time code that speaks against the plan it was asked for: they take it back, or want another. */
public final class SecondThoughts {

    private static final Phrasebook TAKEN_BACK =
            Phrasebook.load(Concerns.COMMON, "/action/words.txt", "/action/taken-back.txt");

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private SecondThoughts() {}

    /**
     * Why a person has to look at a plan that a code has proven; empty when nothing speaks against it, and when the customer wrote
     * one message alone.
     *
     * @param planner plans from what the customer wrote since they were asked
     */
    public static Optional<String> on(ActionPlan plan, CaseRecord record, Function<CaseRecord, Fact> planner) {
        boolean isMore = record.proof().isPresent() && record.unanswered().size() > 1;
        return isMore ? takenBack(record).or(() -> other(plan, planner.apply(record))) : Optional.empty();
    }

    /** "Wait, I have to look for it" before the code takes nothing back. */
    private static Optional<String> takenBack(CaseRecord record) {
        return record.unanswered().stream()
                .map(Message::written)
                .dropWhile(written -> !CODE.matcher(written).find())
                .flatMap(written -> TAKEN_BACK.findFirst(PlainWords.of(written)).stream())
                .map(PhraseHit::words)
                .findFirst()
                .map(words -> "the customer may have taken it back: " + words);
    }

    private static Optional<String> other(ActionPlan plan, Fact again) {
        return switch (again) {
            case Fact.ActionPlanned(ActionPlan wanted)
            when !wanted.action().equals(plan.action()) || !wanted.slots().equals(plan.slots()) ->
                Optional.of("with the code the customer wrote of another " + wanted.action());
            case Fact.ActionSlotMissing(String action, String _, var _)
            when !action.equals(plan.action()) -> Optional.of("with the code the customer wrote of a " + action);
            case Fact.ActionForPerson(String why) -> Optional.of(why);
            case Fact _ -> Optional.empty();
        };
    }
}
