package io.sallyport.action;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.PhraseHit;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What customers write with a one-time code that speaks against the plan it was asked for: they take it back, or want another. */
public final class SecondThoughts {

    private static final Phrasebook TAKEN_BACK =
            Phrasebook.load(Concerns.COMMON, "/action/words.txt", "/action/taken-back.txt");

    private SecondThoughts() {}

    /**
     * Why a person has to look at a plan that a code has proven; empty when nothing speaks against it.
     *
     * @param planner plans from what the customer wrote since they were asked, and not from what they wrote while the plan waited
     *     for a yes: whoever said it has read that, and it has its turn behind the plan
     */
    public static Optional<String> on(ActionPlan plan, CaseRecord record, Function<CaseRecord, Fact> planner) {
        if (record.proof().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> unread = unread(SinceCode.first(record));
        boolean isMore = unread.stream().flatMap(List::stream).anyMatch(CodeTalk::isMore);
        return unread.stream()
                .flatMap(SecondThoughts::takenBack)
                .findFirst()
                .map(words -> "the customer may have taken it back: " + words)
                .or(() -> other(plan, planner.apply(SinceCode.withoutUnheard(record)), isMore));
    }

    /** Whether they wrote more than codes since the newest was sent, and have no answer yet. */
    public static boolean isMoreThanCodes(CaseRecord record) {
        return SinceCode.newest(record).stream().anyMatch(CodeTalk::isMore);
    }

    /** What stood beside a code may have been read for the code alone; earlier words without one were read for what they say. */
    private static List<List<String>> unread(List<List<String>> rounds) {
        Stream<List<String>> earlier = rounds.subList(0, rounds.size() - 1).stream()
                .filter(words -> words.stream().anyMatch(CodeTalk::hasCode));
        return Stream.concat(earlier, Stream.of(rounds.getLast())).toList();
    }

    /** "Wait, I have to look for it" before the code takes nothing back; "never mind" does, wherever it stands. */
    private static Stream<String> takenBack(List<String> written) {
        Stream<String> before =
                written.stream().takeWhile(words -> !CodeTalk.hasCode(words)).filter(CodeTalk::takesBack);
        Stream<String> since = written.stream()
                .dropWhile(words -> !CodeTalk.hasCode(words))
                .flatMap(words -> TAKEN_BACK.findFirst(PlainWords.of(words)).stream())
                .map(PhraseHit::words);
        return Stream.concat(before, since);
    }

    /** @param isMore whether they wrote more than codes */
    private static Optional<String> other(ActionPlan plan, Fact again, boolean isMore) {
        return switch (again) {
            case Fact.ActionPlanned(ActionPlan wanted)
            when !wanted.action().equals(plan.action()) || !wanted.slots().equals(plan.slots()) ->
                Optional.of("with the code the customer wrote of another " + wanted.action());
            case Fact.ActionSlotMissing(String action, String _, var _)
            when isMore || !action.equals(plan.action()) ->
                Optional.of("with the code the customer wrote of a " + action);
            case Fact.ActionForPerson(String why) -> Optional.of(why).filter(_ -> isMore);
            case Fact _ -> Optional.empty();
        };
    }
}
