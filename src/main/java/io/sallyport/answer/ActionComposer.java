package io.sallyport.answer;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.LeftOver;
import io.sallyport.casefile.Receipt;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.SenderAssurance;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.casefile.StandingReceipts;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Says what became of an action, in the receipt's words, the record's or an article's, and answers in the same reply what
 * was asked besides. What was done and not told yet comes first, whatever has been written since. Where there is no action, the
 * composer behind it answers alone.
 */
public final class ActionComposer implements Composer {

    private static final String TOLD = "told what was done from its receipt";

    private final Composer answering;
    private final PolicyArticles policies;
    private final Dissent dissent;
    private final LeftOver leftOver;
    private final SenderAssurance senders;
    private final ReplyWriter writer;

    /** @param company as customers know it; empty when replies are not to name it */
    public ActionComposer(
            Composer answering, KnowledgeBase articles, LeftOver leftOver, SenderAssurance senders, String company) {
        this.senders = senders;
        this.answering = answering;
        this.policies = new PolicyArticles(articles);
        this.dissent = new Dissent(articles);
        this.leftOver = leftOver;
        this.writer = new ReplyWriter(Frames.shipped(), company);
    }

    @Override
    public Composition compose(CaseRecord record, Evidence evidence, List<Verdict.Flag> stopped) {
        return switch (record.action()) {
            case ActionWork.Done(var plan, Receipt receipt) ->
                receipt.sentences().isEmpty()
                        ? declined(
                                "the " + plan.action() + " was carried out, and its receipt says nothing to a customer")
                        : told(record, done(record, receipt), TOLD, () -> besides(record, evidence, stopped));
            case ActionWork.Denied denied
            when !senders.mayBeTold(record) ->
                declined("who writes is not known well enough to be told why not: " + reason(denied.verdicts()));
            case ActionWork.Denied denied
            when !done(record).isEmpty() ->
                // That nothing was changed would be taken for the other change.
                declined("they have yet to hear what was done, and something else is refused: "
                        + reason(denied.verdicts()));
            case ActionWork.Denied denied ->
                policies.find(record, denied.verdicts())
                        .map(why -> refused(record, why, () -> besides(record, evidence, stopped)))
                        .orElseGet(() -> declined("no article tells customers why: " + reason(denied.verdicts())));
            case ActionWork.Asking asking ->
                requested(record, evidence, stopped, List.of(question(record, asking)), "asked which " + asking.slot());
            case ActionWork.Challenged challenged ->
                requested(record, evidence, stopped, challenged.sentences(), "asked for the one-time code");
            case ActionWork.NotBegun _,
                    ActionWork.NoPlan _,
                    ActionWork.ForPerson _,
                    ActionWork.Planned _,
                    ActionWork.Judged _,
                    ActionWork.Interrupted _,
                    ActionWork.Held _,
                    ActionWork.Acting _,
                    ActionWork.Unacted _ ->
                done(record).isEmpty()
                        ? answering.compose(record, evidence, stopped)
                        : told(
                                record,
                                done(record),
                                TOLD,
                                () -> besides(AlsoAsked.withAllSince(record), evidence, stopped));
        };
    }

    /** What was done and not told yet. */
    private static List<Sentence> done(CaseRecord record) {
        return StandingReceipts.untold(record).stream()
                .flatMap(receipt -> receipt.quoted().stream())
                .toList();
    }

    /** The same, and this last. */
    private static List<Sentence> done(CaseRecord record, Receipt last) {
        return Stream.concat(StandingReceipts.untold(record).stream().filter(one -> !one.equals(last)), Stream.of(last))
                .flatMap(receipt -> receipt.quoted().stream())
                .toList();
    }

    /** Whoever may be somebody else has to name their order themselves. */
    private String question(CaseRecord record, ActionWork.Asking asking) {
        return senders.mayBeTold(record) ? asking.question() : asking.openQuestion();
    }

    private Composition told(CaseRecord record, List<Sentence> told, String frame, Supplier<Besides> besides) {
        Optional<String> rest = leftOver.of(record);
        if (rest.isPresent()) {
            return declined("the message also wants done what nothing here does: " + rest.get());
        }
        return switch (besides.get()) {
            case Besides.Nothing() -> new Composition.Written(writer.telling(record, told, List.of()), 1, frame);
            case Besides.Answered(Composition.Written written, List<Sentence> answer) ->
                new Composition.Written(
                        writer.telling(record, told, answer), written.confidence(), frame + "; " + written.frame());
            case Besides.Unanswered(Trigger why) -> new Composition.Declined(why);
        };
    }

    private Composition requested(
            CaseRecord record, Evidence evidence, List<Verdict.Flag> stopped, List<String> request, String frame) {
        List<Sentence> sentences = paragraph(request);
        leftOver.of(record).ifPresent(_ -> sentences.add(Sentence.plain(ActionWork.REST, Layout.PARAGRAPH)));
        return switch (besides(record, evidence, stopped)) {
            case Besides.Nothing() ->
                new Composition.Asked(writer.requesting(record, sentences, done(record)), 1, frame);
            case Besides.Answered(Composition.Written written, List<Sentence> answer) ->
                new Composition.Asked(
                        writer.requesting(
                                record,
                                sentences,
                                Stream.concat(done(record).stream(), answer.stream())
                                        .toList()),
                        written.confidence(),
                        frame + "; " + written.frame());
            case Besides.Unanswered(Trigger why) -> new Composition.Declined(why);
        };
    }

    /** What the message asks besides, and what the answer lane has to say to it. */
    private sealed interface Besides {
        record Nothing() implements Besides {}

        record Answered(Composition.Written written, List<Sentence> answer) implements Besides {}

        record Unanswered(Trigger why) implements Besides {}
    }

    private Besides besides(CaseRecord record, Evidence evidence, List<Verdict.Flag> stopped) {
        return besides(AlsoAsked.of(record), evidence, stopped);
    }

    private Besides besides(Optional<CaseRecord> rest, Evidence evidence, List<Verdict.Flag> stopped) {
        if (rest.isEmpty()) {
            return new Besides.Nothing();
        }
        return switch (answering.compose(rest.get(), evidence, stopped)) {
            case Composition.Written written -> new Besides.Answered(written, claims(written.reply()));
            case Composition.Asked _ ->
                new Besides.Unanswered(new Trigger(
                        Trigger.Kind.NO_ANSWER, "the message also asks something that has to be asked back"));
            case Composition.Declined(Trigger why) -> new Besides.Unanswered(why);
        };
    }

    /** The answer without its own courtesies. */
    private static List<Sentence> claims(Reply reply) {
        return reply.sentences().stream()
                .filter(sentence -> !sentence.citations().isEmpty())
                .toList();
    }

    private Composition refused(CaseRecord record, List<Sentence> why, Supplier<Besides> besides) {
        var clash = dissent.find(
                why.stream().flatMap(one -> one.citations().stream()).toList());
        if (clash.isPresent()) {
            return declined("two articles disagree: " + clash.get().what());
        }
        var sentences = new ArrayList<Sentence>();
        sentences.add(Sentence.plain(ActionWork.Denied.SENTENCE, Layout.PARAGRAPH));
        sentences.addAll(why);
        return told(record, sentences, "refused with the article that says so", besides);
    }

    private static List<Sentence> paragraph(List<String> texts) {
        var sentences = new ArrayList<Sentence>();
        texts.forEach(
                text -> sentences.add(Sentence.plain(text, sentences.isEmpty() ? Layout.PARAGRAPH : Layout.RUN_ON)));
        return sentences;
    }

    private static String reason(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict instanceof Verdict.Stop stop
                        ? Optional.of(stop.reason()).stream()
                        : Optional.<String>empty().stream())
                .findFirst()
                .orElse("no gate says");
    }

    private static Composition declined(String why) {
        return new Composition.Declined(new Trigger(Trigger.Kind.ACTION_NEEDS_PERSON, why));
    }
}
