package io.sallyport.insight;

import io.sallyport.casefile.AnswerWork.Draft;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Reply;
import java.util.List;
import java.util.Optional;

/**
 * A reply with its case as it was when the reply left, or as it is for one that has not left.
 *
 * @param effectId empty for a draft
 */
public record Subject(CaseRecord record, Reply reply, Optional<String> effectId) {

    /** @throws IllegalArgumentException when the case intended no such effect */
    static Subject sent(List<CaseEvent> events, String effectId) {
        for (int at = events.size() - 1; at > 0; at--) {
            if (events.get(at).fact() instanceof Fact.EffectIntended(Effect effect)
                    && effect.id().equals(effectId)) {
                // Before it was settled the thread ends with the customer's words, which is what the reply answers.
                return new Subject(
                        CaseRecord.fold(events.subList(0, at + 1)),
                        effect.reply().orElseThrow(),
                        Optional.of(effectId));
            }
        }
        throw new IllegalArgumentException("the case has no effect " + effectId);
    }

    /** The reply that was sent last, else the draft, else none. */
    public static Optional<Subject> latest(List<CaseEvent> events) {
        var record = CaseRecord.fold(events);
        return record.effects().reversed().stream()
                .filter(effect -> effect.isAccepted()
                        && effect.reply()
                                .filter(reply -> reply.kind() != Reply.Kind.BRIDGE)
                                .isPresent())
                .findFirst()
                .map(effect -> sent(events, effect.id()))
                .or(() ->
                        record.answer().findDraft().map(draft -> new Subject(record, draft.reply(), Optional.empty())));
    }

    Evidence evidence() {
        return record.answer().findDraft().map(Draft::evidence).orElse(new Evidence("", List.of(), List.of()));
    }
}
