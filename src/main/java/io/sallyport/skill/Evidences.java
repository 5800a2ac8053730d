package io.sallyport.skill;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Rehearsal.Played;
import java.util.List;

/** The evidence that a case was worked on with, at whatever stage it is. */
final class Evidences {

    private static final Evidence NONE = new Evidence("", List.of(), List.of());

    private Evidences() {}

    static Evidence of(Played played) {
        return of(played.record().answer());
    }

    static Evidence of(AnswerWork answer) {
        return switch (answer) {
            case AnswerWork.Researched(var evidence, var _) -> evidence;
            case AnswerWork.Declined(var evidence, var _) -> evidence;
            case AnswerWork other ->
                other.findDraft().map(AnswerWork.Draft::evidence).orElse(NONE);
        };
    }
}
